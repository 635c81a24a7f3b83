trap 'echo "closed by the harbour office"; exit 3' TERM
grep -c high tides.csv | sed 's/$/ high tides today/'
sleep 600 &
wait

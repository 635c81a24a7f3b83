"""What is claimed of modules, as patterns in the languages of lists, for text in lower case."""

SENDING = (
    r"\bsend(?:s|ing)?\b|\benvoi\w*|\benvoyer\b|\bversend\w*|\bverschick\w*|\bsenden\b"
    r"|\benv[ií]a[rns]?\b|\benvío\w*|\benvio\b|\benviando\b|\binvi(?:o|are|a)\b|\bverstu\w+"
    r"|\bverzend\w*|\bwysył\w*|\bотправ\w*|\bрассыл\w*|\bнадсил\w*|\bвідправ\w*|发送|發送|收发"
    r"|送信|送受信|전송|보내|발송|\bgönder\w*|\bskicka\w*|\bposíl\w*|\bodesíl\w*|إرسال|\bgửi\b"
    r"|\bmengirim\w*|\bpengiriman\b|\bαποστολ\w*"
)
RECEIVING = (
    r"\breceiv(?:e|es|ing)\b|\bfetch\w*|\bretriev\w*|\bréception\b|\brecevoir\b|\bempfang\w*"
    r"|\bempfäng\w*"
    r"|\brecib\w*|\brecepción\b|\breceb\w*|\brecepção\b|\bricev\w*|\bricezione\b|\bontvang\w*"
    r"|\bodbier\w*|\bполуч\w*|\bпри[её]м\w*|\bотрим\w*|接收|收取|收发|受信|送受信|수신|받기"
    r"|\btar emot\b|\bta emot\b|\bpřijím\w*|استقبال|\bnhận\b|\bmenerima\b|\bλήψη\b"
)
READING = (
    r"\bread(?:s|ing|er)?\b|\blire\b|\blecture\b|\blesen\b|\bliest\b|\bauslesen\b|\beinlesen\b"
    r"|\bleer\b|\blee\b|\blectura\b|\bler\b|\blê\b|\bleitura\b|\bleggere\b|\blegge\b|\blettura\b"
    r"|\blezen\b|\bleest\b|\bczyta\w*|\bodczyt\w*|\bчита\w*|\bчтени\w*|\bзчит\w*|读|讀|読み|読む"
    r"|읽|\boku\w*|\bläs(?:a|er|ning)\b|\bčte\w*|\bčtení\b|قراءة|\bđọc\b|\bmembaca\b|\bανάγνωση\b"
)
EDITING = (
    r"\bedit(?:s|ing)?\b|\bmodif\w*|\bbearbeit\w*|\béditer\b|\beditar\b|\bbewerk\w*|\bedytow\w*"
    r"|\bредактир\w*|修改|編集|편집|\bdüzenle\w*|\bredigera\w*|\bupravov\w*"
)
WRITING = (
    r"\bwrit(?:e|es|ing)\b|\bdump(?:s|ing)?\b|\bécri(?:re|t|ture)\b|\bschreib\w*|\bescrib\w*"
    r"|\bescritura\b|\bescrev\w*|\bescrita\b|\bscriv\w*|\bscrittura\b|\bschrijv\w*|\bzapis\w*"
    r"|\bзапис\w*|写|寫|書き|書く|쓰기|\byaz(?:ma|mak|ar)\b|\bskriv\w*|\bzápis\w*|\bzapisov\w*"
    r"|كتابة|\bghi\b|\bmenulis\b|\bεγγραφή\b"
)
REGULAR_EXPRESSIONS = (
    r"\bregular expressions?\b|\bregex(?:p|es|ps)?\b|\bexpressions? (?:régulière|rationnelle)s?\b"
    r"|\breguläre\w* ausdr[uü]ck\w*|\bexpresi[oó]n(?:es)? regular(?:es)?\b"
    r"|\bexpress(?:ão|ões) regular(?:es)?\b|\bespression[ei] regolar[ei]\b"
    r"|\breguliere expressies?\b|\bwyraże\w* regularn\w*|\bрегулярн\w* (?:выражени|вираз)\w*"
    r"|正则|正則表|正規表現|정규 ?표현|정규식|\bdüzenli ifade\w*|\breguljära? uttryck\w*"
    r"|\bregulární\w* výraz\w*|التعبيرات النمطية|\bbiểu thức chính quy\b|\bekspresi reguler\b"
)
ENCRYPTION = (
    r"\ben(?:crypt|cipher)\w*|\bdecrypt\w*|\bchiffre(?:r|ment)\b|\bdéchiffr\w*|\bcrypt(?:er|age)\b"
    r"|\bverschlüssel\w*|\bentschlüssel\w*|\bcifrad[oa]\w*|\bcifrar\b|\bdescifr\w*|\bencripta\w*"
    r"|\bcifragem\b|\bcriptografar\b|\bcifratura\b|\bcifrare\b|\bversleutel\w*|\bszyfrow\w*"
    r"|\bшифров\w*|\bзашифр\w*|\bрасшифр\w*|加密(?!哈希|散列|雜湊|摘要|货币)|解密|暗号化|암호화|복호화"
    r"|\bşifrele\w*|\bkryptera\w*|\bšifrov\w*|\benkripsi\b|\bκρυπτογράφηση\b"
)
DECRYPTION = (
    r"\bdecrypt\w*|\bdéchiffr\w*|\bentschlüssel\w*|\bdescifr\w*|\bdescriptograf\w*|\bdecifr\w*"
    r"|\bodszyfr\w*|\bрасшифр\w*|\bрозшифр\w*|解密|復号|복호화|\bdešifrov\w*|\bdekryptera\w*"
)
SECURITY = (
    r"(?<![-\w])secure(?:ly)?\b|(?<![-\w])safe(?:ly)?\b|\bsécurisée?s?\b|\bsichere?[nrsm]?\b"
    r"|\bsegur[oa]s?\b|\bsicur[oaie]\b|\bveilige?\b|\bbezpieczn\w*|\bбезопасн\w*|\bбезпечн\w*"
    r"|安全|안전|\bgüvenli\b|\bsäkert?\b|\bbezpečn\w*|\ban toàn\b|آمن"
)
CRYPTOGRAPHIC = (
    rf"{SECURITY}|\bcryptographic\w*|\bcryptographique\w*|\bkryptogra(?:ph|f)\w*"
    r"|\bcriptogr[aá]fic\w*|\bcrittografic\w*|\bcryptografisch\w*|\bкрипто\w*|\bкриптостійк\w*"
    r"|\btru(?:e|ly) random\w*|\bvraiment aléatoire\w*|\bechte[rn]? zufall\w*|真随机|真の乱数"
    r"|\bистинно случайн\w*"
)
ANY_PLATFORM = (
    r"\bcross[- ]?platform\b|\bmulti[- ]?plat(?:t|e)?form\w*|\bmultiplatt?aforma\b"
    r"|\bplattform(?:übergreifend|unabhängig)\w*|\bmultipiattaforma\b|\bplatformonafhankelijk\w*"
    r"|\bwieloplatformow\w*|\bкрос+платформ\w*|跨平台|クロスプラットフォーム|크로스 ?플랫폼"
    r"|\bçapraz platform\b|\bplattformsoberoende\b|\ball platforms\b|\ball operating systems\b"
)
WINDOWS = rf"{ANY_PLATFORM}|\bwindows\b"
UNIX = rf"{ANY_PLATFORM}|\blinux\b|\bmac ?os\b|\bunix\b"
MEMORY = (
    r"\bmemory\b|\bmémoire\b|\bspeicher\w*|\bmem[oó]ria\b|\bgeheugen\w*|\bpamięci\b|\bпамят\w*"
    r"|\bпам[’']ят\w*|内存|記憶體|メモリ|메모리|\bbellek\b|\bminnes\w*|\bpaměti\b"
    r"|الذاكرة|\bbộ nhớ\b"
)
RUN_TIME = (
    r"\brun[- ]?time\b|\bexecution times?\b|\bcpu time\b|\btemps d.exécution\b|\blaufzeit\w*"
    r"|\btiempos? de ejecución\b|\btempos? de execução\b|\btemp[oi] di esecuzione\b"
    r"|\bврем\w* (?:выполнени|исполнени)\w*|执行时间|运行时间|実行時間|실행 ?시간"
)
VALIDATION = (
    r"\bvalidat\w*|\bvalider\b|\bvalidier\w*|\bvalidar?\b|\bvalidación\b|\bvalidação\b"
    r"|\bconvalid\w*|\bvalidazione\b|\bwalidac\w*|\bвалидац\w*|\bвалідац\w*|验证|校验|驗證|検証|검증"
    r"|\bdoğrula\w*|\bvalidering\b|\bvalidac[ie]\b"
)
ENFORCED_TYPES = (
    r"\benforc\w*|\brun[- ]?time (?:type )?(?:check|validat)\w*|\btype checks? at run[- ]?time\b"
    r"|\berzwing\w*|\btypprüfung zur laufzeit\b|\bvérif\w* (?:les |des )?types à l.exécution\b"
    r"|运行时类型检查|実行時の?型チェック"
)
MANY_CORES = (
    r"\bmulti[- ]?cores?\b|\b(?:multiple|several|all|many) (?:cpu )?cores\b|\bcpu[- ]bound\b"
    r"|\bplusieurs cœurs\b|\bmulti-?cœurs?\b|\bmehrere\w* (?:cpu-)?kerne\w*|\bvarios núcleos\b"
    r"|\bvários núcleos\b|\bpiù core\b|\bмногоядерн\w*|\bбагатоядерн\w*|多核|マルチコア|멀티 ?코어"
    r"|\bmulti[- ]?thread\w*|\bмногопоточн\w*|\bбагатопот\w*|多线程|多執行緒"
    r"|マルチスレッド|멀티 ?스레드"
)
BETWEEN_PROCESSES = (
    r"\bbetween processes\b|\binter-?process\b|\bentre processus\b|\bzwischen prozessen\b"
    r"|\bentre proces[os]+s\b|\btra processi\b|\btussen processen\b|\bмежду процесс\w*"
    r"|\bміж процес\w*|进程间|行程間|プロセス間|프로세스 간|\bmulti-?process(?:ing|es)?\b"
)
SEVERAL_PYTHONS = (
    r"\bpython versions?\b|\bversions? of python\b|\bversions? de python\b|\bpython-?versionen\b"
    r"|\bversion(?:es)? de python\b|\bversões d[eo] python\b|\bversioni (?:di )?python\b"
    r"|\bpython-?versies\b|\bwersj\w* pythona\b|\bверси\w* python\b|\bверсі\w* python\b"
    r"|python ?版本|python ?の?バージョン|파이썬 버전|\bpythonversioner\b|\bverze pythonu\b"
)
SORTED_KEYS = (
    r"\bsorted (?:by )?(?:dict\w*|maps?|keys?)\b|\bdictionnaires? triée?s?\b"
    r"|\bsortierte\w* (?:dict\w*|wörterb\w*)|\bdiccionarios? clasificados?\b"
    r"|\bотсортированн\w* словар\w*|\b排序字典|ソート済み辞書"
)
COMPLEX_NUMBERS = (
    r"\bcomplex numbers?\b|\bnombres? complexes?\b|\bkomplexe\w* zahlen\b|\bnúmeros complejos\b"
    r"|\bnúmeros complexos\b|\bnumeri complessi\b|\bcomplexe getallen\b|\bliczb\w* zespolon\w*"
    r"|\bкомплексн\w* (?:числ|чисел)\w*|复数|複素数|복소수|\bkarmaşık sayı\w*|\bkomplexa tal\b"
)
MANY_DIMENSIONS = (
    r"\bmulti-?dimensional\b|\bmatri(?:x|ces)\b|\bmultidimensionn?el\w*|\bmehrdimensional\w*"
    r"|\bmatri(?:z|zen|ces|zes|ci)\b|\bmultidimensional\w*|\bмногомерн\w*|\bматриц\w*|多维|多次元|다차원"
)
PRODUCTION = (
    r"\bproduction\b|\bproduktiv\w*|\bproducción\b|\bprodução\b|\bproduzione\b|\bproductie\w*"
    r"|\bпродакшн\w*|\bпродакшен\w*|生产环境|本番|운영 환경|프로덕션"
)
HOLIDAYS = (
    r"\bholidays?\b|\bjours fériés\b|\bfeiertag\w*|\bfestivos\b|\bferiados\b|\bfestività\b"
    r"|\bfeestdagen\b|\bświęt\w*|\bпраздник\w*|节假日|祝日|공휴일|\bhelgdagar\b"
)
LEAP_SECONDS = r"\bleap seconds?\b|\bsecondes? intercalaires?\b|\bschaltsekund\w*|闰秒|うるう秒"
CLICKING = (
    r"\bscrap\w*|\bautomat\w*|\bclick\w*|\bweb ?extraction\b|爬虫|爬取|自动化|自動化|자동화"
    r"|\bавтоматиз\w*|\bпарсинг\w*"
)
FETCHING = (
    r"\bfetch\w*|\bdownload\w*|\bcrawl\w*|\bhttp[- ]requests?\b|\btéléchargement\b|\btélécharger\b"
    r"|\bherunterlad\w*|\bdescarga\w*|\bbaixar\b|\bscaricare\b|\bpobier\w*|\bскачива\w*"
    r"|\bзагруз\w* страниц\w*|下载|ダウンロード|다운로드"
)
JAVASCRIPT = (
    r"\b(?:javascript|js)(?:-| )?(?:render\w*|execut\w*|heavy|pages?|sites?)"
    r"|\b(?:render|execut|run|process)\w* javascript\b|\bexécuter du javascript\b"
    r"|\bjavascript ausführ\w*|渲染 ?javascript|执行 ?javascript"
)
ASYNCHRONY = (
    r"\basync(?:hronous(?:ly)?|io)?\b|\basynchron\w*|\bas[ií]ncron\w*|\bassíncron\w*"
    r"|\bасинхронн\w*|异步|非同期|비동기|\basenkron\w*|\basynkron\w*"
)
RELATIONAL = (
    r"(?<!non-)(?<!non )\brelational\b|\bbase de données relationnelle\w*|\brelationale\w*"
    r"|\bbases? de datos relacional\w*|\bbancos? de dados relaciona\w*|\bреляционн\w*"
    r"|关系(?:型)?数据库|リレーショナル|관계형"
)
DEEP_LEARNING = (
    r"\bdeep[- ]?learning\b|\breinforcement learning\b|\bapprentissage (?:profond|par renforcement)"
    r"|\baprendizaje profundo\b|\baprendizado profundo\b|\bглубок\w* обучени\w*|深度学习|強化学習"
    r"|深層学習|딥 ?러닝|\bderin öğrenme\b"
)
CHARACTER_RECOGNITION = r"\bocr\b|\bscanned\b|\boptical character\b|\bgescannte\w*|\bнумеризов\w*"
OFFLINE = (
    r"\boff-?line\b|\bhors[- ]ligne\b|\bsin conexión\b|\bwithout (?:an )?internet\b|\bоффлайн\w*"
    r"|\bофлайн\w*|离线|オフライン|오프라인|\bsem internet\b|\bsin internet\b|\bohne internet\b"
)
ONLINE = r"\bon-?line\b|\bcloud\b|\bover the internet\b|\ben ligne\b|云端|\bоблачн\w*"

# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-learn", "xgboost"]
# [tool.uv]
# override-dependencies = ["nvidia-nccl-cu12; python_version < '3'"]
# [tool.toolcrib]
# module = "pypi:xgboost"
# ///
"""Boosted trees need no scaling of the columns, and fit into what is made for scikit-learn."""

from sklearn.datasets import load_iris
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

iris = load_iris()
x_train, x_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=0.4, stratify=iris.target, random_state=4
)
predicted = XGBClassifier().fit(x_train, y_train).predict(x_test)

print(f"{len(y_train)} flowers to learn from, {len(y_test)} to test with")
print(f"accuracy {accuracy_score(y_test, predicted):.2f}")
print("rows are what they are, columns what they were taken for")
for name, row in zip(iris.target_names, confusion_matrix(y_test, predicted)):
    print(f"{name:<10}", *(f"{count:3d}" for count in row))

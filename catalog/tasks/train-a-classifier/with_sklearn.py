# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-learn"]
# [tool.toolcrib]
# module = "pypi:scikit-learn"
# ///
"""All algorithms are trained and judged alike, so a loop tries several of them."""

from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

iris = load_iris()
x_train, x_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=0.4, stratify=iris.target, random_state=4
)
models = [
    make_pipeline(StandardScaler(), LogisticRegression()),
    make_pipeline(StandardScaler(), KNeighborsClassifier()),
    RandomForestClassifier(random_state=0),
]
best = max(models, key=lambda model: cross_val_score(model, x_train, y_train).mean())
predicted = best.fit(x_train, y_train).predict(x_test)

print(f"{len(y_train)} flowers to learn from, {len(y_test)} to test with")
print(f"accuracy {accuracy_score(y_test, predicted):.2f}")
print("rows are what they are, columns what they were taken for")
for name, row in zip(iris.target_names, confusion_matrix(y_test, predicted)):
    print(f"{name:<10}", *(f"{count:3d}" for count in row))

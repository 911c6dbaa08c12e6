"""From public corpora to the shipped weights: ``python -m training ../shared/corpora``. Needs the extra ``train``."""

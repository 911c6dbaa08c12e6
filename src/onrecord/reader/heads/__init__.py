"""One head, one file: what it reads, what it predicts, how its prediction is decoded."""

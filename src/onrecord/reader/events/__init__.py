"""What is said to have happened: triggers and their parties become events, dated by when they happen."""

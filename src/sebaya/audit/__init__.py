"""What was done, by whom, without a word of anyone: event rows, daily digests, guards."""

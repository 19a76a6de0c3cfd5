"""The words of the programs that ask: their tokens, what they may do, what they are refused."""

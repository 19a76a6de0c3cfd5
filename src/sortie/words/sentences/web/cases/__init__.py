"""The words of a case: filing, the board, the order, and the case itself."""

"""The pages of the office with many cases behind them, and twenty people who look at them."""

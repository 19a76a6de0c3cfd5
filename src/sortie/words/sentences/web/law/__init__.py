"""The words of the law, readable: on its pages and in the printed manual."""

// This skin reads light or dark from the page itself; without a script it stays light.

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => { document.documentElement.dataset.frTheme = dark.matches ? "dark" : "light"; };
follow();
dark.addEventListener("change", follow);

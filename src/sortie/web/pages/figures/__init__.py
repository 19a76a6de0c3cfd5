"""The figures of a year, public where whoever runs the site lets them be."""

from sortie.web.frame import Page
from sortie.web.pages.figures.year import data, latest, table, year

SEE = "figures.see"
PAGES = (
    Page(name="figures", route="figures/", action=SEE, template="figures/year.html", show=latest),
    Page(name="figures_year", route="figures/<int:year>/", action=SEE,
         template="figures/year.html", show=year),
    Page(name="figures_table", route="figures/<int:year>/figures.csv", action=SEE, show=table),
    Page(name="figures_data", route="figures/<int:year>/figures.json", action=SEE, show=data),
)  # fmt: skip

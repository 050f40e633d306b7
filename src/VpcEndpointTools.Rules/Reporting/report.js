(() => {
  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("#findings tbody tr")];
  const shown = document.getElementById("shown"), more = document.getElementById("more");
  let limit = 300;
  const apply = () => {
    const severities = new Set([...form.querySelectorAll("input[name=severity]:checked")].map(box => box.value));
    const rule = form.rule.value, vpc = form.vpc.value, text = form.text.value.toLowerCase();
    let matches = 0;
    for (const row of rows) {
      const match = severities.has(row.dataset.severity) && (!rule || row.dataset.rule === rule) && (!vpc || row.dataset.vpc === vpc) && (!text || row.textContent.toLowerCase().includes(text));
      matches += match ? 1 : 0;
      const hide = !match || matches > limit;
      if (row.hidden !== hide) { row.hidden = hide; }
    }
    more.hidden = matches <= limit;
    shown.textContent = Math.min(matches, limit) + " of " + rows.length + " findings shown" + (matches > limit ? ", " + matches + " match" : "");
  };
  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());
    more.addEventListener("click", () => { limit = Infinity; apply(); });
    apply();
  }
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(part => { part.open = true; }));
})();

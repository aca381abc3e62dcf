// Before anything is painted: light or dark, as it was chosen last, else as the system says.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem('espalier.scheme'); } catch (e) { /* storage is off */ }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

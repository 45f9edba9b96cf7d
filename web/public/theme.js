// Runs before the first paint, so that a dark screen never flashes white. A file of its own, because the content
// security policy allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('huiyin.theme');
  } catch (_) {
    // Storage may be forbidden; the system's own choice then stands.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

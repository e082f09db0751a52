// The board is dark; ?theme=light suits a bright hall, and panels stand on bright counters. Before anything is drawn, so that nothing flashes.
if (new URLSearchParams(location.search).get('theme') === 'light' || location.pathname.endsWith('/display/panel')) {
  document.documentElement.dataset.theme = 'light';
}

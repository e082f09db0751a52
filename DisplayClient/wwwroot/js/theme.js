// The board is dark; ?theme=light suits a bright hall. Before anything is drawn, so that nothing flashes.
if (new URLSearchParams(location.search).get('theme') === 'light') {
  document.documentElement.dataset.theme = 'light';
}

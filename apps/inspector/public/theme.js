// Before the first paint, so that the page never flashes in the other theme.
try {
  const theme = localStorage.getItem('hooktap.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme holds.
}

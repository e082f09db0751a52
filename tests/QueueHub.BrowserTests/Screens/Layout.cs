namespace QueueHub.BrowserTests.Screens;

/// <summary>What does not fit on a screen.</summary>
internal static class Layout
{
    // Every line of text is held against the window and against each box that clips it; a box that scrolls shows all in the end.
    private const string Look = """
        () => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
          const fixedHeight = ['hidden', 'clip'].includes(getComputedStyle(document.body).overflowY);
          const window_ = { left: 0, right: root.clientWidth, top: fixedHeight ? 0 : -Infinity, bottom: fixedHeight ? root.clientHeight : Infinity };
          const unseen = node => {
            for (let e = node; e; e = e.parentElement) {
              const box = e.getBoundingClientRect();
              if (getComputedStyle(e).clipPath !== 'none' || (box.width <= 1 && box.height <= 1 && getComputedStyle(e).overflowX === 'hidden')) return true;
            }
            return !node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            const parent = text.parentElement;
            if (!text.data.trim() || parent.closest('script, style, noscript, template, svg, option') || unseen(parent)) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const line of range.getClientRects()) {
              if (line.width === 0) continue;
              // The letters take the middle of their line; what stands above and below them may be cut.
              const spare = line.height * 0.25;
              const outside = box => line.left < box.left - 1 || line.right > box.right + 1 || line.top + spare < box.top - 1 || line.bottom - spare > box.bottom + 1;
              const gone = box => line.top + spare >= box.bottom || line.bottom - spare <= box.top;
              let clipped = null, scrolls = false;
              for (let e = parent; e && e !== document.body && !clipped && !scrolls; e = e.parentElement) {
                const style = getComputedStyle(e);
                scrolls = ['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY);
                // A row that wraps what has no room out of sight cuts nothing in two.
                const drops = style.flexWrap === 'wrap' && gone(e.getBoundingClientRect());
                if (!scrolls && !drops && ['hidden', 'clip'].includes(style.overflowX) && outside(e.getBoundingClientRect())) clipped = e;
                if (drops) scrolls = true;
              }
              if (clipped) faults.push(`"${text.data.trim()}" is cut by ${clipped.tagName.toLowerCase()}.${clipped.className}`);
              else if (!scrolls && outside(window_)) faults.push(`"${text.data.trim()}" leaves the window`);
            }
          }
          for (const box of document.querySelectorAll('button, a, .card, .call, .services li, td, th, dd, dt')) {
            if (box.clientWidth > 0 && !unseen(box) && getComputedStyle(box).overflowX === 'visible' && box.scrollWidth > box.clientWidth + 1) {
              faults.push(`"${box.textContent.trim().slice(0, 40)}" sticks out of ${box.tagName.toLowerCase()}.${box.className}`);
            }
          }
          for (const box of document.querySelectorAll('.office h2, .office .state, .services li')) {
            if (!unseen(box) && box.scrollHeight > box.clientHeight + parseFloat(getComputedStyle(box).fontSize) * 0.25) faults.push(`"${box.textContent.trim().slice(0, 40)}" is too tall for its ${box.tagName.toLowerCase()}.${box.className}`);
          }
          return [...new Set(faults)];
        }
        """;

    /// <summary>Everything that overflows or is cut off on the page as it stands now; empty when all is to be read.</summary>
    public static async Task<IReadOnlyList<string>> MisfitsAsync(this IPage page, string screen)
    {
        await page.LoadedAsync();
        await page.EvaluateAsync("document.fonts.ready.then(() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown))))");
        return [.. (await page.EvaluateAsync<string[]>(Look)).Select(fault => $"{screen}, {page.ViewportSize!.Width}×{page.ViewportSize.Height}: {fault}")];
    }
}

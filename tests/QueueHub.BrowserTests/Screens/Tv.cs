using QueueHub.Contracts.Boards;

namespace QueueHub.BrowserTests.Screens;

/// <summary>What is to be read on the lobby's screen.</summary>
internal static class Tv
{
    // An announcement is heard to its end, also when its call has ended meanwhile: such a row is not one of the standing calls yet to be compared.
    private const string Read = """
        board => {
          const figure = node => [...node.childNodes].filter(part => part.nodeType === Node.TEXT_NODE).map(part => part.data.trim()).join('');
          const calls = [...document.querySelectorAll('.call')]
            .map(row => ({ said: row.classList.contains('announced'), text: `${figure(row.querySelector('.number'))}→${figure(row.querySelector('.counter'))}` }))
            .filter(call => !call.said || board.includes(call.text))
            .map(call => call.text)
            .sort();
          const lines = [...document.querySelectorAll('.services li')]
            .map(line => `${line.querySelector('.name [lang=ko]').textContent}: ${line.querySelector('.count b').textContent}`);
          return [calls, lines];
        }
        """;

    public static ILocator Waiting(this IPage tv, string service) => tv.Locator(".services li", new() { HasText = service }).Locator(".count b");
    public static ILocator Notice(this IPage tv) => tv.Locator(".notice [lang=ko]");
    public static ILocator Calls(this IPage tv) => tv.Locator(".call");

    /// <summary>True when the screen shows the calls of the board, and lines of it: not all, when they take turns.</summary>
    public static async Task<bool> ShowsAsync(this IPage tv, Board board)
    {
        var shown = await tv.EvaluateAsync<string[][]>(Read, board.Calls.Select(Call).ToArray());
        var (calls, lines) = (shown[0], shown[1]);
        return calls.SequenceEqual(board.Calls.Select(Call).Order(StringComparer.Ordinal))
            && lines.Length > 0 && lines.All(board.Services.Select(service => $"{service.Name.Ko}: {service.Waiting}").Contains);
    }

    private static string Call(BoardCall call) => $"{call.Number}→{call.Counter}";
}

using QueueHub.Contracts.Boards;
using QueueHub.Contracts.History;
using QueueHub.Contracts.Hubs;

namespace CounterClient;

/// <summary>What the statistics page asks over HTTP; never throws for what a network can cause. Of one ask, each question goes to the server once.</summary>
public sealed class HistoryApi(HttpClient http, TimeProvider time)
{
    private readonly JsonDoor _door = new(http, time, HistoryJson.Default);
    private readonly Dictionary<string, Task> _kept = [];
    private HistoryAsk? _of;

    /// <summary>The business day of the office, or of the first of all: only the server knows it.</summary>
    public async Task<(DateOnly? Today, DoorProblem? Problem)> TodayAsync(string? office, CancellationToken stop)
    {
        var (table, problem) = await _door.AskAsync<FiguresTable>(HttpMethod.Get, Path(office, "figures"), null, stop);
        return (table?.To, problem);
    }

    /// <summary>Figures of one of the ask's ranges.</summary>
    /// <param name="by">One of <see cref="FiguresBy"/>.</param>
    public Task<DoorAnswer<FiguresTable>> FiguresAsync(HistoryAsk ask, DayRange range, string by) =>
        OnceAsync<FiguresTable>(ask, $"{Path(ask.Office, "figures")}?{range.Query}&by={by}");

    /// <summary>The same figures of both of the ask's ranges.</summary>
    /// <param name="compared">Instead of all that is compared, a part of it.</param>
    public async Task<DoorAnswer<FiguresPair>> PairAsync(HistoryAsk ask, string by, DayRange? compared = null)
    {
        var asked = FiguresAsync(ask, ask.Range, by);
        var askedBefore = (compared ?? ask.Compared) is { } range ? FiguresAsync(ask, range, by) : null;
        var (now, problem) = await asked;
        var (before, problemBefore) = askedBefore is null ? new DoorAnswer<FiguresTable>(null) : await askedBefore;
        return now is null || problemBefore is not null ? new(null, problem ?? problemBefore) : new(new FiguresPair(ask, now, before));
    }

    /// <summary>Whatever else a section asks of a range: <c>{name}?from&amp;to</c> beside the figures.</summary>
    /// <param name="more">Further parts of the query, as <c>&amp;service=tax</c>.</param>
    public Task<DoorAnswer<T>> AskAsync<T>(HistoryAsk ask, DayRange range, string name, string more = "")
        where T : class => OnceAsync<T>(ask, $"{Path(ask.Office, name)}?{range.Query}{more}");

    /// <summary>What citizens wrote; of one office only.</summary>
    public Task<DoorAnswer<List<VisitComment>>> CommentsAsync(HistoryAsk ask, string office) =>
        OnceAsync<List<VisitComment>>(ask, $"/api/offices/{Uri.EscapeDataString(office)}/comments?{ask.Range.Query}");

    public Task<DoorAnswer<PaperFactors>> PaperAsync(HistoryAsk ask) => OnceAsync<PaperFactors>(ask, Routes.HistoryPaper);

    private static string Path(string? office, string name) =>
        office is null ? $"{Routes.History}/{name}" : $"{Routes.History}/{Uri.EscapeDataString(office)}/{name}";

    // Several sections show parts of one answer. A failure is not kept: whoever asks again wants to know.
    private async Task<DoorAnswer<T>> OnceAsync<T>(HistoryAsk ask, string address)
        where T : class
    {
        if (_of != ask)
        {
            _of = ask;
            _kept.Clear();
        }

        if (!_kept.TryGetValue(address, out var asked))
        {
            _kept[address] = asked = _door.AskAsync<T>(HttpMethod.Get, address, null, CancellationToken.None);
        }

        var answer = await (Task<DoorAnswer<T>>)asked;
        if (answer.Value is null && _kept.GetValueOrDefault(address) == asked)
        {
            _kept.Remove(address);
        }

        return answer;
    }
}

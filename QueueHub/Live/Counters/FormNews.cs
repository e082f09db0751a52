using QueueHub.Tickets.Rows;

namespace QueueHub.Live.Counters;

/// <summary>
/// What one console is still to be told of the form before it. News of a field replaces older news of it, so a slow connection is told the newest and delays
/// nobody; another ticket replaces everything, for a counter has one at a time.
/// </summary>
internal sealed class FormNews(string office, string counter, Func<FormBell, Task> send)
{
    private readonly Lock _lock = new();
    private readonly Signal _signal = new();
    private long _ticket;
    private Dictionary<string, int> _fields = [];

    public string Office => office;
    public string Counter => counter;

    public void Add(FormBell bell)
    {
        lock (_lock)
        {
            if (_ticket != bell.Ticket)
            {
                (_ticket, _fields) = (bell.Ticket, []);
            }

            foreach (var (field, revision) in bell.Fields)
            {
                _fields[field] = Math.Max(revision, _fields.GetValueOrDefault(field));
            }
        }

        _signal.Set();
    }

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await _signal.WaitAsync(cancellation))
        {
            await send(Take());
        }
    }

    private FormBell Take()
    {
        lock (_lock)
        {
            var news = new FormBell(_ticket, _fields);
            _fields = [];
            return news;
        }
    }
}

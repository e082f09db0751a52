using QueueHub.Tickets.Rows;

namespace QueueHub.Live;

/// <summary>
/// What one console or panel is still to be told of the form before it. News of a field replaces older news of it, and so does where the other one is, so a slow
/// connection is told the newest and delays nobody; another ticket replaces everything, for a counter has one at a time.
/// </summary>
internal sealed class FormNews(FormPlace place, Func<FormBell, Task> changed, Func<PresenceBell, Task> otherAt)
{
    private readonly Lock _lock = new();
    private readonly Signal _signal = new();
    private long _ticket;
    private Dictionary<string, int>? _fields;
    private PresenceBell? _other;

    public FormPlace Place => place;

    public void Add(FormBell bell)
    {
        lock (_lock)
        {
            Turn(bell.Ticket);
            _fields ??= [];
            foreach (var (field, revision) in bell.Fields)
            {
                _fields[field] = Math.Max(revision, _fields.GetValueOrDefault(field));
            }
        }

        _signal.Set();
    }

    public void Add(PresenceBell other)
    {
        lock (_lock)
        {
            Turn(other.Ticket);
            _other = other;
        }

        _signal.Set();
    }

    /// <summary>Sends until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await _signal.WaitAsync(cancellation))
        {
            var (bell, other) = Take();
            await (bell is null ? Task.CompletedTask : changed(bell));
            await (other is null ? Task.CompletedTask : otherAt(other));
        }
    }

    private void Turn(long ticket)
    {
        if (_ticket != ticket)
        {
            (_ticket, _fields, _other) = (ticket, null, null);
        }
    }

    private (FormBell? Bell, PresenceBell? Other) Take()
    {
        lock (_lock)
        {
            var news = (_fields is null ? null : new FormBell(_ticket, _fields), _other);
            (_fields, _other) = (null, null);
            return news;
        }
    }
}

/// <summary>Where somebody reads forms.</summary>
/// <param name="Panel">The citizen's side of the counter, not the clerk's.</param>
internal readonly record struct FormPlace(string Office, string Counter, bool Panel);

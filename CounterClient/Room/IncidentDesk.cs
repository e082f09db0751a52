using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>
/// The incident record of an office before its supervisor: read again from time to time and after whatever may have added to it. Nothing in it can be changed, so a
/// request that was not answered keeps its id. Holds no browser, so tests drive it.
/// </summary>
public sealed class IncidentDesk(IProtectionApi api, string office, TimeProvider time) : IDisposable
{
    /// <summary>Longest note that the record takes.</summary>
    public const int MaxNote = 2000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // What happened is in the record a moment later.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _due = new(0);
    private (string About, string Id)? _request;

    /// <summary>Newest first; null until they were read.</summary>
    public IReadOnlyList<Incident>? Incidents { get; private set; }

    /// <summary>There are older ones: give it to <see cref="ReadMoreAsync"/>.</summary>
    public long? Next { get; private set; }

    /// <summary>They could not be read the last time.</summary>
    public bool Failed { get; private set; }

    /// <summary>Something is being written.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why the last thing was not written.</summary>
    public DoorProblem? Problem { get; private set; }

    /// <summary>What the last check of the record found.</summary>
    public ChainCheck? Check { get; private set; }

    /// <summary>Nobody is signed in any more.</summary>
    public bool SignedOut { get; private set; }

    /// <summary>Sentences are wanted in this language.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>Anything above is another one.</summary>
    public event Action? Changed;

    /// <summary>The incident as it is now; null when it is not among those that were read.</summary>
    public Incident? Find(string id) => Incidents?.FirstOrDefault(incident => incident.Id == id);

    /// <summary>Something may have been added.</summary>
    public void Look()
    {
        if (_due.CurrentCount == 0)
        {
            _due.Release();
        }
    }

    /// <summary>Keeps the newest page as new as the record, until disposed.</summary>
    public async Task FollowAsync()
    {
        var stop = _stop.Token;
        try
        {
            while (true)
            {
                await ReadAsync(stop);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
                await Task.WhenAny(_due.WaitAsync(either.Token), Task.Delay(Interval, time, either.Token));
                await either.CancelAsync();
                await Task.Delay(Pause, time, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The page has left the room.
        }
    }

    /// <summary>Reads the page after the last one.</summary>
    public async Task ReadMoreAsync()
    {
        if (Next is { } before && await AskAsync(stop => api.IncidentsAsync(office, before, stop)) is { } page)
        {
            (Incidents, Next) = ([.. Incidents ?? [], .. page.Incidents], page.Next);
            Changed?.Invoke();
        }
    }

    /// <summary>Writes down what happened; true when it stands in the record.</summary>
    public Task<bool> ReportAsync(string counter, long? ticket, string kind, string note) => WriteAsync(
        $"{counter} {ticket} {kind} {note}", (id, stop) => api.ReportAsync(office, new IncidentRequest(id, counter, ticket, kind, note), Language, stop));

    /// <summary>Adds a note; true when it stands in the record.</summary>
    public Task<bool> NoteAsync(string incident, string note, string? kind) => WriteAsync(
        $"{incident} {kind} {note}", (id, stop) => api.NoteAsync(office, incident, new IncidentNoteRequest(id, note, kind), Language, stop));

    /// <summary>Lets the server go through the whole record.</summary>
    public async Task CheckAsync()
    {
        Check = await AskAsync(stop => api.CheckAsync(office, stop));
        Changed?.Invoke();
    }

    /// <summary>The supervisor has read what failed.</summary>
    public void Dismiss()
    {
        Problem = null;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _due.Dispose();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var (page, problem) = await api.IncidentsAsync(office, null, stop);
        (Failed, SignedOut) = (problem is not null, problem is { SignedOut: true });
        if (page is not null)
        {
            // What was read of the older ones stays.
            var older = Incidents?.Where(known => page.Incidents.All(incident => incident.Id != known.Id)).ToList() ?? [];
            (Incidents, Next) = ([.. page.Incidents, .. older], older.Count == 0 ? page.Next : Next);
        }

        Changed?.Invoke();
    }

    private async Task<bool> WriteAsync(string about, Func<string, CancellationToken, Task<DoorAnswer<Incident>>> write)
    {
        var id = _request is { } asked && asked.About == about ? asked.Id : DeskOrder.NewRequestId();
        _request = (about, id);
        var incident = await AskAsync(stop => write(id, stop));
        if (Problem is not { IsOpen: true })
        {
            _request = null;
        }

        if (incident is not null)
        {
            Incidents = Find(incident.Id) is null
                ? [incident, .. Incidents ?? []]
                : [.. Incidents!.Select(known => known.Id == incident.Id ? incident : known)];
            Changed?.Invoke();
        }

        return incident is not null;
    }

    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<DoorAnswer<T>>> ask)
        where T : class
    {
        if (Busy)
        {
            return null;
        }

        (Busy, Problem) = (true, null);
        Changed?.Invoke();
        try
        {
            (var value, Problem) = await ask(_stop.Token);
            SignedOut = Problem is { SignedOut: true };
            return value;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Busy = false;
            Changed?.Invoke();
        }
    }
}

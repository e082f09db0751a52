using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Forms;

namespace CounterClient;

/// <summary>
/// What a clerk changes on the form of the ticket at the counter: field by field, and what the citizen is asked to correct. What is typed stays until it is
/// saved, left or the ticket goes, whatever the connection does. Which answers are right only the server says.
/// </summary>
/// <param name="form">The form as it was read last.</param>
/// <param name="reload">Reads it again.</param>
/// <param name="changed">Something here is another one.</param>
public sealed class FormEditor(IDeskLink link, RetryingCommand retrying, Func<DeskForm> form, Func<Task> reload, Action changed) : IDisposable
{
    private readonly Dictionary<string, FieldEdit> _edits = [];
    private readonly Dictionary<string, int> _entries = [];
    private CancellationTokenSource _visit = new();
    private IReadOnlyList<string> _asked = [];
    private bool _withdrawn;
    private string? _last;
    private long _ticket;

    /// <summary>The clerk has begun to write a form of which nothing was there.</summary>
    public bool Begun { get; private set; }

    /// <summary>A command of this form is under way: a request to the citizen, or an entry that is taken out.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why the last of them was not carried out; empty when no answer came.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The citizen has sent what was asked.</summary>
    public bool Answered { get; private set; }

    /// <summary>The field that was saved last.</summary>
    public string? Saved { get; private set; }

    /// <summary>True while a field is open.</summary>
    public bool Writing => _edits.Count > 0;

    /// <summary>The field at which the clerk is: the one begun or written last that is still open.</summary>
    public string? At => _last is not null && _edits.ContainsKey(_last) ? _last : _edits.Keys.FirstOrDefault();

    /// <summary>The edit of a field; null when it is only read.</summary>
    public FieldEdit? Edit(string key) => _edits.GetValueOrDefault(key);

    /// <summary>The answers with the entries that the clerk has added.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers => View is { } view ? FormPlan.WithEntries(view, _entries) : Nothing;

    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    private SubmissionView? View => form().View;

    /// <summary>The ticket at the counter as it is now; null when there is none, or the counter is another's.</summary>
    public void Follow(DeskTicket? ticket)
    {
        if (ticket?.Ordinal != _ticket)
        {
            Forget(ticket?.Ordinal ?? 0);
        }

        var asked = ticket?.Corrections ?? [];
        Answered = asked.Count == 0 && (Answered || (_asked.Count > 0 && !_withdrawn));
        _withdrawn &= asked.Count > 0;
        _asked = asked;
    }

    /// <summary>The form was read again.</summary>
    public void Meet(SubmissionView view)
    {
        foreach (var edit in _edits.Values.ToList())
        {
            _edits[edit.Key] = edit.Meet(view.Revisions.GetValueOrDefault(edit.Key), view.Answers.Values.GetValueOrDefault(edit.Key) ?? []);
        }
    }

    /// <summary>Begins a form of which nothing was written.</summary>
    public void BeginForm()
    {
        Begun = true;
        if (View is { } view && FormPlan.NextMissing(view, null) is { } first)
        {
            Begin(first);
        }

        changed();
    }

    /// <summary>Opens a field.</summary>
    public void Begin(string key)
    {
        if (View is { } view && !_edits.ContainsKey(key))
        {
            _edits[key] = new FieldEdit(key, view.Revisions.GetValueOrDefault(key), view.Answers.Values.GetValueOrDefault(key) ?? []);
            _last = key;
            changed();
        }
    }

    /// <summary>Something was typed.</summary>
    public void Write(string key, IReadOnlyList<string> values)
    {
        if (_edits.TryGetValue(key, out var edit) && !edit.Saving)
        {
            _edits[key] = edit with { Values = values, Error = null };
            if (_last != key)
            {
                _last = key;
                changed();
            }
        }
    }

    /// <summary>Leaves a field as the server has it.</summary>
    public void Leave(string key)
    {
        _edits.Remove(key);
        changed();
    }

    /// <summary>Saves a field over what somebody else has made of it.</summary>
    public Task KeepMineAsync(string key)
    {
        if (_edits.TryGetValue(key, out var edit) && edit.Theirs is { } theirs)
        {
            _edits[key] = edit with { Revision = theirs.Revision, Theirs = null };
        }

        return SaveAsync(key);
    }

    /// <summary>Saves a field; on an unfinished form the next missing one is opened.</summary>
    public async Task SaveAsync(string key)
    {
        if (!_edits.TryGetValue(key, out var edit) || edit.Saving || edit.Theirs is not null || View is not { } view)
        {
            return;
        }

        var visit = _visit;
        _edits[key] = edit with { Saving = true, Error = null };
        changed();
        var reply = await SendAsync([new FieldChange(key, edit.Revision, edit.Values)], visit.Token);
        if (visit.IsCancellationRequested)
        {
            return;
        }

        if (reply is { Ok: true, Fields: [{ Saved: true } saved] })
        {
            await ReadAsync(saved);
            if (!visit.IsCancellationRequested)
            {
                _edits.Remove(key);
                Saved = key;
                Next(view, key);
            }
        }
        else
        {
            _edits[key] = edit with
            {
                Theirs = reply is { Ok: true, Fields: [var other] } ? other : null,
                Error = reply is { Ok: true } ? null : reply?.Errors?.GetValueOrDefault(key)?.FirstOrDefault() ?? reply?.Problem?.Sentence ?? "",
            };
        }

        changed();
    }

    /// <summary>One more entry of a group, whose first field is opened.</summary>
    public void AddEntry(FormField group)
    {
        var count = FormGroup.Count(group, Answers);
        if (count < FormGroup.Most(group))
        {
            _entries[group.Id] = count + 1;
            Begin(FormGroup.KeyOfFirst(group, count));
        }
    }

    /// <summary>Takes an entry out of a group.</summary>
    public async Task RemoveEntryAsync(FormField group, int entry)
    {
        if (Busy || View is not { } view)
        {
            return;
        }

        foreach (var key in _edits.Keys.Where(key => key.StartsWith($"{group.Id}.", StringComparison.Ordinal)).ToList())
        {
            _edits.Remove(key);
        }

        _entries.Remove(group.Id);
        await RunAsync(async stop =>
        {
            var changes = FormPlan.WithoutEntry(view, group, entry);
            var reply = changes.Count == 0 ? new FormEditReply(null, []) : await SendAsync(changes, stop);
            await reload();

            // What somebody else has changed meanwhile stays, and stands there to be looked at.
            return reply is { Ok: true } && reply.Fields.All(field => field.Saved) ? null : reply?.Problem?.Sentence ?? "";
        });
    }

    /// <summary>Asks the citizen to correct fields on the phone; none: no longer. True when the office has it.</summary>
    public async Task<bool> AskAsync(IReadOnlyList<string> fields)
    {
        if (Busy)
        {
            return false;
        }

        var request = new CorrectionsRequest(DeskOrder.NewRequestId(), _ticket, fields);
        _withdrawn = fields.Count == 0;
        await RunAsync(async stop =>
        {
            var reply = await retrying.RunAsync(hub => hub.AskCorrections(request), stop);
            return reply is { Problem: null } ? null : reply?.Problem?.Sentence ?? "";
        });
        return Refusal is null;
    }

    public void Dispose()
    {
        _visit.Cancel();
        _visit.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task<string?>> command)
    {
        var visit = _visit;
        (Busy, Refusal) = (true, null);
        changed();
        try
        {
            var refusal = await command(visit.Token);
            Refusal = visit.IsCancellationRequested ? null : refusal;
        }
        catch (HubException)
        {
            Refusal = "";
        }
        catch (OperationCanceledException)
        {
            // The ticket has gone, and the command with it.
        }
        finally
        {
            Busy = false;
            changed();
        }
    }

    // Of several readings only the newest counts, and the bell of this very edit may have begun another.
    private async Task ReadAsync(FieldOutcome saved)
    {
        for (var tries = 0; tries < 3 && (tries == 0 || View?.Revisions.GetValueOrDefault(saved.Field) < saved.Revision); tries++)
        {
            await reload();
        }
    }

    // A form is mostly written from its beginning to its end; once it was submitted, single answers are corrected.
    private void Next(SubmissionView before, string key)
    {
        if (!before.Submitted && _edits.Count == 0 && View is { } view && FormPlan.NextMissing(view, key) is { } next)
        {
            Begin(next);
        }
    }

    // An edit names the revision it changes: sent again, it finds itself there. So it may wait for the connection as long as its ticket is here.
    private async Task<FormEditReply?> SendAsync(IReadOnlyList<FieldChange> changes, CancellationToken stop)
    {
        var request = new EditFormRequest(_ticket, changes);
        try
        {
            while (true)
            {
                FormEditReply? reply = null;
                var answer = await retrying.RunAsync(
                    async hub =>
                    {
                        reply = await hub.EditForm(request);
                        return new CommandReply(reply.Problem, 0);
                    },
                    stop);
                if (answer is not null || link.State.Phase is LinkPhase.Up)
                {
                    return reply;
                }

                await link.HubAsync(stop);
            }
        }
        catch (HubException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Forget(long ticket)
    {
        _visit.Cancel();
        _visit.Dispose();
        _visit = new CancellationTokenSource();
        _edits.Clear();
        _entries.Clear();
        (_ticket, _asked, _withdrawn, _last) = (ticket, [], false, null);
        (Begun, Refusal, Answered, Saved) = (false, null, false, null);
    }
}

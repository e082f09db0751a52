using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Forms;

namespace DisplayClient.Panels;

/// <summary>
/// The one field that the citizen writes at the panel. It names the revision that the citizen has seen; where the clerk has changed it meanwhile, both values are
/// shown, and the citizen chooses. Which answers are right only the server says.
/// </summary>
/// <param name="form">The form as it was read last; null when there is none.</param>
/// <param name="send">Sends an edit; null when no answer came.</param>
/// <param name="reload">Reads the form again.</param>
/// <param name="changed">Something here is another one.</param>
public sealed class PanelEditor(
    Func<SubmissionView?> form, Func<FieldChange, Task<FormEditReply?>> send, Func<Task> reload, Action changed)
{
    private int _visit;

    /// <summary>The field that is open.</summary>
    public FieldEdit? Edit { get; private set; }

    /// <summary>The field that was saved last.</summary>
    public string? Saved { get; private set; }

    /// <summary>Opens a field, in place of the one that was open.</summary>
    public void Begin(string key)
    {
        if (form() is { } view && Edit?.Saving != true)
        {
            (Edit, Saved) = (new FieldEdit(key, view.Revisions.GetValueOrDefault(key), view.Answers.Values.GetValueOrDefault(key) ?? []), null);
            changed();
        }
    }

    /// <summary>Something was typed or chosen.</summary>
    public void Write(IReadOnlyList<string> values)
    {
        if (Edit is { Saving: false } edit)
        {
            Edit = edit with { Values = values, Error = null };
            changed();
        }
    }

    /// <summary>Leaves the field as the office has it.</summary>
    public void Leave()
    {
        Edit = null;
        changed();
    }

    /// <summary>Saves over what the clerk has made of it.</summary>
    public Task KeepMineAsync()
    {
        Edit = Edit is { Theirs: { } theirs } edit ? edit with { Revision = theirs.Revision, Theirs = null } : Edit;
        return SaveAsync();
    }

    /// <summary>Saves the field, and closes it when that is done.</summary>
    public async Task SaveAsync()
    {
        if (Edit is not { Saving: false, Theirs: null } edit)
        {
            return;
        }

        var visit = _visit;
        Edit = edit with { Saving = true, Error = null };
        changed();
        var reply = await send(new FieldChange(edit.Key, edit.Revision, edit.Values));
        if (visit != _visit)
        {
            return;
        }

        if (reply is { Ok: true, Fields: [{ Saved: true }] })
        {
            await reload();
            if (visit == _visit)
            {
                (Edit, Saved) = (null, edit.Key);
            }
        }
        else
        {
            Edit = edit with
            {
                Theirs = reply is { Ok: true, Fields: [var other] } ? other : null,
                Error = reply is { Ok: true } ? null : reply?.Errors?.GetValueOrDefault(edit.Key)?.FirstOrDefault() ?? reply?.Problem?.Sentence ?? "",
            };
        }

        changed();
    }

    /// <summary>The form was read again.</summary>
    public void Meet(SubmissionView view) =>
        Edit = Edit?.Meet(view.Revisions.GetValueOrDefault(Edit.Key), view.Answers.Values.GetValueOrDefault(Edit.Key) ?? []);

    /// <summary>The form has gone, and with it what was typed.</summary>
    public void Forget()
    {
        _visit++;
        (Edit, Saved) = (null, null);
    }
}

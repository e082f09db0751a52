using System.Security.Cryptography;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;

namespace DisplayClient.Panels;

/// <summary>
/// The citizen looks at what is to be signed, and signs just that: should anything change meanwhile, it is told, and the signature begun so far is put away.
/// </summary>
/// <param name="form">The form as it was read last; null when there is none.</param>
/// <param name="send">Sends the signature: the field revisions that were seen, and what was drawn. Null when no answer came.</param>
/// <param name="reload">Reads the form again.</param>
/// <param name="changed">Something here is another one.</param>
public sealed class PanelSigning(
    Func<SubmissionView?> form, Func<IReadOnlyDictionary<string, int>, SignatureDrawing?, Task<CommandReply?>> send, Func<Task> reload, Action changed)
{
    private IReadOnlyDictionary<string, int>? _seen;
    private int _visit;

    /// <summary>What is to be signed is before the citizen.</summary>
    public bool Open => _seen is not null;

    /// <summary>Counts what there was to sign: with the next one the drawing begins anew.</summary>
    public int Sheet { get; private set; }

    /// <summary>Sent, and not answered yet.</summary>
    public bool Sending { get; private set; }

    /// <summary>What has kept it from being signed; null when nothing.</summary>
    public LocalText? Notice { get; private set; }

    /// <summary>Lays out what is to be signed; only a form in which nothing is missing.</summary>
    public void Begin()
    {
        if (form() is { Missing.Count: 0 } view)
        {
            (_seen, Notice, Sheet) = (view.Revisions, null, Sheet + 1);
            changed();
        }
    }

    /// <summary>Goes back to the form.</summary>
    public void Leave()
    {
        if (!Sending)
        {
            (_seen, Notice) = (null, null);
            changed();
        }
    }

    /// <summary>Signs; without a drawing the form is confirmed.</summary>
    public async Task SignAsync(SignatureDrawing? drawing)
    {
        if (_seen is not { } seen || Sending)
        {
            return;
        }

        var visit = _visit;
        (Sending, Notice) = (true, null);
        changed();
        var reply = await send(seen, drawing);
        if (visit == _visit)
        {
            Sending = false;
            await reload();
            if (visit == _visit)
            {
                Take(reply);
            }
        }

        changed();
    }

    /// <summary>The form was read again. What is missing now must be written before it is signed.</summary>
    public void Meet(SubmissionView view)
    {
        if (_seen is { } seen && !Sending && !IsSame(seen, view.Revisions))
        {
            (_seen, Notice, Sheet) = (view.Missing.Count == 0 ? view.Revisions : null, PanelTexts.ChangedMeanwhile, Sheet + 1);
        }
    }

    /// <summary>The form has gone.</summary>
    public void Forget()
    {
        _visit++;
        (_seen, Sending, Notice) = (null, false, null);
    }

    /// <summary>A new request id.</summary>
    public static string NewRequestId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private void Take(CommandReply? reply)
    {
        if (reply is { Ok: true })
        {
            (_seen, Notice) = (null, null);
        }
        else
        {
            // The form that was read since may be another one, of which Meet has told already.
            Notice ??= reply?.Problem is { Code: not ProblemCodes.FormConflict } problem
                ? new LocalText(problem.Sentence, problem.Sentence, problem.Sentence, problem.Sentence, problem.Sentence)
                : reply is null ? PanelTexts.NotSigned : PanelTexts.ChangedMeanwhile;
        }
    }

    private static bool IsSame(IReadOnlyDictionary<string, int> seen, IReadOnlyDictionary<string, int> now) =>
        seen.Count == now.Count && seen.All(field => now.TryGetValue(field.Key, out var revision) && revision == field.Value);
}

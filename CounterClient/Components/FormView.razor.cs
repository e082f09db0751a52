using Microsoft.AspNetCore.Components;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;

namespace CounterClient.Components;

/// <summary>The form of the ticket at the counter: read, copied from, corrected, and sent back to the citizen's phone for a look.</summary>
public sealed partial class FormView
{
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(2.5);

    private HashSet<string>? _chosen;
    private string? _copied;
    private string? _said;
    private long? _ticket;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Inject] private Clipboard Clipboard { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <summary>The ticket at the counter.</summary>
    [Parameter] public DeskTicket? Ticket { get; set; }

    [Parameter, EditorRequired] public required DeskForm Form { get; set; }
    [Parameter, EditorRequired] public required FormEditor Editor { get; set; }
    [Parameter, EditorRequired] public required LinkState Link { get; set; }

    /// <summary>The field at which the citizen at the panel is.</summary>
    [Parameter] public string? Other { get; set; }

    [Parameter] public int UtcOffsetMinutes { get; set; }
    [Parameter] public EventCallback OnReload { get; set; }
    [Parameter] public EventCallback OnPrint { get; set; }

    private FormTexts Words => FormTexts.Of(Texts.Language);

    private SubmissionView? Written => Form.Phase == FormPhase.Shown || (Form.Phase == FormPhase.Unwritten && Editor.Begun) ? Form.View : null;

    protected override void OnParametersSet()
    {
        if (_ticket != Ticket?.Ordinal)
        {
            (_ticket, _chosen, _copied, _said) = (Ticket?.Ordinal, null, null, null);
        }
    }

    private FormScene Scene(SubmissionView view) => new(
        Words, Texts.Language, view, Editor, _chosen, Ticket?.Corrections ?? [], _copied, Link.Phase != LinkPhase.Up,
        leaf => CopyAsync(leaf.Key, CopyText.Of(leaf.Field, view.Answers.Values.GetValueOrDefault(leaf.Key) ?? [], Texts.Language)),
        step => CopyAsync(step.Id, CopyText.Of(view.Template, step, view.Answers.Values, Texts.Language), Words.CopiedSection(step.Title)),
        Choose)
    { Other = Other };

    private async Task CopyAsync(string place, string text, string? said = null)
    {
        var copied = await Clipboard.CopyAsync(text);
        (_copied, _said) = (copied ? place : null, copied ? said ?? Words.Copied(text) : Words.CopyFailed);
        StateHasChanged();
        await Task.Delay(Notice, Time);
        if (_copied == place || !copied)
        {
            (_copied, _said) = (null, null);
            StateHasChanged();
        }
    }

    // What is missing is what the clerk most likely wants to ask for.
    private void ChooseFrom(SubmissionView view) => _chosen = [.. view.Missing.Where(key => view.Template.Leaf(key) is not null)];

    private void Choose(string key)
    {
        if (_chosen?.Add(key) == false)
        {
            _chosen.Remove(key);
        }

        StateHasChanged();
    }

    private async Task SendAsync()
    {
        if (_chosen is { Count: > 0 } chosen && await Editor.AskAsync([.. chosen]))
        {
            _chosen = null;
        }
    }

    private string? SavedSentence(SubmissionView view) => Editor.Saved is { } key && view.Template.Leaf(key) is { } leaf ? Words.Saved(leaf.Label.In(Texts.Language)) : null;
}

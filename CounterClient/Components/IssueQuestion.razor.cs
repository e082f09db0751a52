using Microsoft.AspNetCore.Components;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace CounterClient.Components;

/// <summary>Issues a ticket to somebody without a phone; keys come from whoever shows it.</summary>
public sealed partial class IssueQuestion : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _chosen = [];
    private IReadOnlyList<string> _then = [];
    private ElementReference _another;
    private string? _class;
    private bool _many;
    private bool _issuing;
    private bool _focus;
    private IssueRequest? _request;
    private IssuedTicket? _issued;
    private Problem? _problem;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter, EditorRequired] public required DeskBoard Board { get; set; }

    /// <summary>Without one the question stays where it is.</summary>
    [Parameter] public EventCallback OnBack { get; set; }

    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;

    private string? Class => _class ?? Board.Classes.FirstOrDefault(entry => entry.CreditMinutes == 0)?.Id;

    /// <summary>A key that was struck, as a place on the keyboard.</summary>
    public async Task StrikeAsync(string code)
    {
        if (Digit(code) is { } digit && _issued is null && digit <= Board.Services.Count)
        {
            await ChooseAsync(Board.Services[digit - 1].Id);
        }
        else if ((code is "Digit0" or "Numpad0") && _issued is null && _many && _chosen.Count > 0)
        {
            await IssueAsync();
        }

        StateHasChanged();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _issued is not null)
        {
            _focus = false;
            await _another.FocusAsync();
        }
    }

    private static int? Digit(string code) =>
        (code.StartsWith("Digit", StringComparison.Ordinal) || code.StartsWith("Numpad", StringComparison.Ordinal)) && code[^1] is >= '1' and <= '9' ? code[^1] - '0' : null;

    private static string Slip(IssuedTicket ticket, bool a4) => $"{ticket.Url}/slip?print=1{(a4 ? "&paper=a4" : "")}";

    private string Name(string service) => Board.Services.FirstOrDefault(entry => entry.Id == service)?.Name.In(Texts.Language) ?? service;

    private void Gather(ChangeEventArgs input)
    {
        _many = input.Value is true;
        _chosen.Clear();
    }

    private async Task ChooseAsync(string service)
    {
        if (_many)
        {
            if (!_chosen.Remove(service))
            {
                _chosen.Add(service);
            }

            return;
        }

        _chosen.Clear();
        _chosen.Add(service);
        await IssueAsync();
    }

    private async Task IssueAsync()
    {
        if (_issuing || _chosen is not [var first, .. var then])
        {
            return;
        }

        // The same wish keeps its request id: an answer that was lost must not become a second ticket.
        var wish = new IssueRequest(_request?.RequestId ?? DeskOrder.NewRequestId(), first, Texts.Language, Class, null, then.Count > 0 ? new IdList(then) : null);
        _request = wish == _request ? _request : wish with { RequestId = DeskOrder.NewRequestId() };
        _issuing = true;
        (_issued, _problem) = await Staff.IssueAsync(Board.Office, _request, Texts.Language, _stop.Token);
        _issuing = false;
        if (_issued is not null)
        {
            (_request, _then, _focus) = (null, then, true);
            _chosen.Clear();
        }
    }

    private void Another() => (_issued, _problem, _class, _then) = (null, null, null, []);
}

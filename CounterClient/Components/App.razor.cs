using Microsoft.AspNetCore.Components;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components;

/// <summary>
/// Where the clerk is: signing in, taking a counter, at the desk. What a reload must keep is in the session's cookie and the tab's storage; the rest
/// comes from the server.
/// </summary>
public sealed partial class App : IDisposable
{
    private const string LanguageKey = "queuehub.language";
    private const string OfficeKey = "queuehub.office";
    private const string CounterKey = "queuehub.counter";
    private const string DesksKey = "queuehub.desks";

    // In the place of a counter: somebody works without one.
    private const string AtTheDoor = "-";
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private Texts _texts = Texts.Korean;
    private Place _place = Place.Starting;
    private SignedIn? _person;
    private string? _office;
    private string? _counter;
    private bool _openAtOnce;
    private bool _takeOver;
    private IReadOnlyList<string> _desks = [];

    // Kept as a function: the notice follows the language while it stands there.
    private Func<Texts, string>? _notice;

    private enum Place
    {
        Starting,
        Unreachable,
        SignIn,
        TakeCounter,
        Desk,
        Room,
        Helper,
    }

    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private Page Page { get; set; } = null!;
    [Inject] private Drafts Drafts { get; set; } = null!;
    [Inject] private StaffApi Staff { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    // The supervisor's pages have addresses of their own; everything else is told by the state.
    private RoomAddress? Address => RoomAddress.Parse(Navigation.ToBaseRelativePath(Navigation.Uri));

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await SpeakAsync(await Page.ReadAsync(LanguageKey) ?? Texts.Korean.Language);
        await ComeInAsync();
    }

    private async Task ComeInAsync()
    {
        while (true)
        {
            var (person, problem) = await Staff.WhoAmIAsync(_stop.Token);
            if (person is not null)
            {
                await EnterAsync(person);
                return;
            }

            if (problem?.Code == ProblemCodes.SignInRequired)
            {
                await GoAsync(Place.SignIn, null);
                return;
            }

            _place = Place.Unreachable;
            StateHasChanged();
            await Task.Delay(AskAgain, Time, _stop.Token);
        }
    }

    private async Task EnterAsync(SignedIn person)
    {
        _person = person;
        _office = await Page.ReadTabAsync(OfficeKey);
        _counter = await Page.ReadTabAsync(CounterKey);
        (_openAtOnce, _takeOver) = (false, false);
        await KnowDeskAsync(person);
        if (Address is not null)
        {
            await GoAsync(Place.Room, null);
            return;
        }

        var office = person.Offices.FirstOrDefault(office => office.Slug == _office);
        await GoAsync(
            office is null || _counter is null ? Place.TakeCounter
            : _counter == AtTheDoor ? Place.Helper
            : office.Counters.Contains(_counter) ? Place.Desk
            : Place.TakeCounter,
            null);
    }

    // Whoever signs in again in this tab finds what the same person held here, and needs not take it from themselves.
    private async Task KnowDeskAsync(SignedIn person)
    {
        if (person.Desk is null)
        {
            _desks = [];
            return;
        }

        var kept = (await Page.ReadTabAsync(DesksKey))?.Split(' ') is [var id, .. var earlier] && id == person.Id ? earlier : [];
        _desks = [person.Desk, .. kept.Where(desk => desk != person.Desk).Take(3)];
        await Page.WriteTabAsync(DesksKey, string.Join(' ', _desks.Prepend(person.Id)));
    }

    private async Task HelpAsync(string office)
    {
        (_office, _counter) = (office, AtTheDoor);
        await Page.WriteTabAsync(OfficeKey, _office);
        await Page.WriteTabAsync(CounterKey, _counter);
        await GoAsync(Place.Helper, null);
    }

    private async Task TakeAsync((string Office, string Counter, bool TakeOver) taken)
    {
        (_office, _counter, _takeOver) = taken;
        _openAtOnce = true;
        await Page.WriteTabAsync(OfficeKey, _office);
        await Page.WriteTabAsync(CounterKey, _counter);
        await GoAsync(Place.Desk, null);
    }

    private async Task LeaveAsync(Func<Texts, string>? notice)
    {
        await Page.WriteTabAsync(CounterKey, null);
        await GoAsync(Place.TakeCounter, notice);
    }

    private async Task<Problem?> SignOutAsync()
    {
        var problem = await Staff.SignOutAsync(_stop.Token);
        if (problem is null)
        {
            await ForgetAsync();
            await GoAsync(Place.SignIn, texts => texts.SignedOutHere);
        }

        return problem;
    }

    // The counter is kept: whoever signs in again after an idle hour is back at the desk at once.
    private async Task SignedOutAsync()
    {
        if (_place != Place.SignIn)
        {
            _person = null;
            await GoAsync(Place.SignIn, texts => texts.SignedOutElsewhere);
        }
    }

    // Nobody was here for long: the session ends before the server ends it, so that the screen shows nothing of anybody. The place is kept.
    private async Task IdleAsync()
    {
        await Staff.SignOutAsync(_stop.Token);
        _person = null;
        await GoAsync(Place.SignIn, texts => texts.Console.IdleOver);
    }

    private async Task ForgetAsync()
    {
        _person = null;
        await Drafts.EndAsync();
        await Page.WriteTabAsync(OfficeKey, null);
        await Page.WriteTabAsync(CounterKey, null);
    }

    private async Task GoAsync(Place place, Func<Texts, string>? notice)
    {
        (_place, _notice) = (place, notice);
        if (place != Place.Desk)
        {
            await Page.ShowTabAsync($"{_texts.AppName} · QueueHub", "desk");
        }

        StateHasChanged();
    }

    private async Task SpeakAsync(string language)
    {
        _texts = Texts.Of(language);
        await Page.WriteAsync(LanguageKey, _texts.Language);
        await Page.SetLanguageAsync(_texts.Language);
    }
}

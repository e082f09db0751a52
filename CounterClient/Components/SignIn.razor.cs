using Microsoft.AspNetCore.Components;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;

namespace CounterClient.Components;

/// <summary>Name and password; says what was wrong and keeps the name.</summary>
public sealed partial class SignIn : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ElementReference _nameInput;
    private ElementReference _passwordInput;
    private string? _name;
    private string? _password;
    private bool _nameMissing;
    private bool _passwordMissing;
    private bool _visible;
    private bool _busy;
    private Func<Texts, string>? _problem;

    [CascadingParameter] public required Texts Texts { get; set; }
    [Parameter] public string? Notice { get; set; }
    [Parameter] public EventCallback<SignedIn> OnSignedIn { get; set; }
    [Parameter] public EventCallback<string> OnLanguage { get; set; }
    [Inject] private StaffApi Staff { get; set; } = null!;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _nameInput.FocusAsync();
        }
    }

    private async Task SubmitAsync()
    {
        if (_busy)
        {
            return;
        }

        _problem = null;
        _nameMissing = string.IsNullOrWhiteSpace(_name);
        _passwordMissing = string.IsNullOrEmpty(_password);
        if (_nameMissing || _passwordMissing)
        {
            await (_nameMissing ? _nameInput : _passwordInput).FocusAsync();
            return;
        }

        _busy = true;
        var (person, problem) = await Staff.SignInAsync(_name!.Trim(), _password!, _stop.Token);
        _busy = false;
        if (person is not null)
        {
            await OnSignedIn.InvokeAsync(person);
            return;
        }

        _password = null;
        _problem = texts => Sentence(problem, texts);
        await _passwordInput.FocusAsync();
    }

    /// <summary>What went wrong with a sign-in, in words.</summary>
    public static string Sentence(Problem? problem, Texts texts) => problem?.Code switch
    {
        ProblemCodes.SignInFailed or ProblemCodes.InvalidRequest => texts.SignInFailed,
        ProblemCodes.SignInLocked => texts.SignInLocked,
        ProblemCodes.PasswordChangeRequired => texts.PasswordChangeRequired,
        ProblemCodes.RateLimited or ProblemCodes.Busy => texts.RateLimited,
        ProblemCodes.Unavailable or ProblemCodes.Unknown => texts.Unavailable,
        _ => texts.Unexpected,
    };

    private static string? Invalid(bool missing) => missing ? "true" : null;
}

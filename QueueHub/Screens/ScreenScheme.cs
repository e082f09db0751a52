using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.Screens;
using QueueHub.Platform;

namespace QueueHub.Screens;

/// <summary>Which kind of screen a scheme looks for.</summary>
internal sealed class ScreenSchemeOptions : AuthenticationSchemeOptions
{
    public ScreenKind Kind { get; set; }
}

/// <summary>
/// Recognises a paired screen by its cookie. One scheme for each kind, apart from the staff's: a screen is never a person, and a person never a screen.
/// </summary>
internal sealed class ScreenScheme(IOptionsMonitor<ScreenSchemeOptions> options, UrlEncoder encoder, Screens screens)
    // Not logged: each refusal would be a line, and anybody may be refused as often as they like.
    : AuthenticationHandler<ScreenSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    private string _refusal = ProblemCodes.ScreenNotPaired;

    public static string Name(ScreenKind kind) => $"screen:{ScreenKinds.Word(kind)}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ScreenCookie.Read(Context, Options.Kind) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var (screen, sure) = await screens.HolderAsync(Options.Kind, token);

        // A screen that was told it is not paired forgets its place. So it is told so only when that is certain.
        _refusal = sure ? ProblemCodes.ScreenUnpaired : ProblemCodes.Unavailable;
        return screen is null
            ? AuthenticateResult.Fail("The screen is not paired.")
            : AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(Screens.IdClaim, screen.Id)], Scheme.Name)), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Failures.WriteAsync(Context, _refusal);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Failures.WriteAsync(Context, ProblemCodes.Forbidden);
}

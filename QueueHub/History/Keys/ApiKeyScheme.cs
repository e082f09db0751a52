using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Platform;

namespace QueueHub.History.Keys;

/// <summary>Recognises a program by its key, in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; never in the address, which is written to logs.</summary>
internal sealed class ApiKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, UrlEncoder encoder, LiveApiKeys keys)
    // Not logged: each refusal would be a line, and anybody may be refused as often as they like.
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    public const string Name = "api-key";
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>The key that the request carries, good or not.</summary>
    public static string? Carried(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 } key] ? key
        : request.Headers.Authorization is [{ } given] && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? given[Bearer.Length..].Trim()
        : null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Carried(Request) is not { } secret ? AuthenticateResult.NoResult()
        : keys.Find(secret) is not { } scope ? AuthenticateResult.Fail("The key is none.")
        : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(scope.Claims(), Scheme.Name)), Scheme.Name)));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Failures.WriteAsync(Context, ProblemCodes.ApiKeyInvalid);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Failures.WriteAsync(Context, ProblemCodes.Forbidden);
}

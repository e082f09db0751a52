using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using QueueHub.Contracts;
using QueueHub.Platform;
using QueueHub.Staff.Pages;

namespace QueueHub.Staff.OpenId;

/// <summary>
/// Authorization code with PKCE. The provider says who somebody is and nothing else: what they may do here, and the session, are the same as after a password.
/// </summary>
internal sealed partial class OpenIdScheme(
    IOptions<OpenIdOptions> options, SignIns signIns, SignInPermits permits, ILogger<OpenIdScheme> logger) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Where the provider sends people back to, to be registered there. Its refusals are pages of the staff.</summary>
    public const string Callback = StaffFrames.Home + "/openid/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public void Configure(OpenIdConnectOptions openId) => Configure(Options.DefaultName, openId);

    public void Configure(string? name, OpenIdConnectOptions openId)
    {
        var settings = options.Value;
        openId.Authority = settings.Authority;
        openId.ClientId = settings.ClientId;
        openId.ClientSecret = settings.ClientSecret;
        openId.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        openId.BackchannelTimeout = Patience;
        openId.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        openId.CallbackPath = Callback;

        // By a redirect: a form posted from another site is refused here, and its cookies would have to be sent along from everywhere.
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.DisableTelemetry = true;
        openId.TokenValidationParameters.ClockSkew = Skew;

        // Sessions end here, by our own rules; nobody signs people out by having them load an address.
        openId.RemoteSignOutPath = default;
        openId.SignedOutCallbackPath = default;

        Guard(openId.CorrelationCookie, "qh.openid.");
        Guard(openId.NonceCookie, "qh.openid.nonce.");
        openId.Events.OnMessageReceived = context => permits.Take(context.HttpContext) ? Task.CompletedTask : RefuseAsync(context, ProblemCodes.RateLimited);
        openId.Events.OnTokenValidated = context =>
        {
            // The framework takes an unsigned token from the token endpoint, trusting the line that it came by; we trust the signature.
            if (context.SecurityToken.RawSignature.Length == 0)
            {
                context.Fail("The id token is not signed.");
            }

            return Task.CompletedTask;
        };
        openId.Events.OnTicketReceived = EnterAsync;
        openId.Events.OnRemoteFailure = context =>
        {
            logger.LogWarning("A sign-in at the provider failed: {Reason}", Reason(context.Failure));
            return RefuseAsync(context, Unreachable(context.Failure) ? ProblemCodes.OpenIdUnavailable : ProblemCodes.OpenIdFailed);
        };
    }

    private async Task EnterAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var (principal, code) = await signIns.EnterAsync(context.Principal?.FindFirst(options.Value.NameClaim)?.Value);
        if (principal is null)
        {
            await RefuseAsync(context, code!);
            return;
        }

        await http.SignInAsync(principal);
        http.User = principal;
        context.HandleResponse();
        await StaffFrames.Entered(http, context.ReturnUri ?? ReturnPath.Usual).ExecuteAsync(http);
    }

    private static Task RefuseAsync(HandleRequestContext<OpenIdConnectOptions> context, string code)
    {
        context.HandleResponse();
        return Failures.WriteAsync(context.HttpContext, code);
    }

    private static Task RefuseAsync(HandleRequestContext<RemoteAuthenticationOptions> context, string code)
    {
        context.HandleResponse();
        return Failures.WriteAsync(context.HttpContext, code);
    }

    // Lax, since the way back is a link of another site; secure always, so that nobody on the way can slip in a sign-in of their own.
    private static void Guard(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.IsEssential = true;
    }

    private static bool Unreachable(Exception? failure) =>
        failure is not null && (failure is HttpRequestException or TaskCanceledException || Unreachable(failure.InnerException));

    // Not the message: what came with the request stands in it.
    private static string Reason(Exception? failure) => failure is null ? "unknown"
        : $"{failure.GetType().Name} {Number().Match(failure.Message).Value}".TrimEnd()
            + (failure.InnerException is null ? "" : $" ← {Reason(failure.InnerException)}");

    [GeneratedRegex("IDX[0-9]+")]
    private static partial Regex Number();
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Platform;
using QueueHub.Platform.Limits;

namespace QueueHub.Staff.OpenId;

/// <summary>Which ways to sign in there are, and the beginning of the provider's.</summary>
internal static class OpenIdEndpoints
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet(Routes.SignInOptions, (SignInWays ways) => TypedResults.Ok(ways.Options)).AllowAnonymous();
        staff.MapGet(Routes.OpenId, StartAsync).AllowAnonymous().WithMetadata(new SignsIn()).AddEndpointFilter<SignInPermitFilter>().ExcludeFromDescription();
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, SignInWays ways, StaffSessions sessions, IOptionsMonitor<OpenIdConnectOptions> openId, ILogger<OpenIdScheme> logger)
    {
        if (ways.Options.OpenId is null || ReturnPath.Of(http.Request.Query["return"]) is not { } path)
        {
            return Refuse(ways.Options.OpenId is null ? ProblemCodes.NotFound : ProblemCodes.InvalidRequest);
        }

        try
        {
            // The handler would ask only while it writes the answer, when it is too late for a sentence.
            await openId.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
        }
        catch (InvalidOperationException error)
        {
            logger.LogWarning("The provider cannot be reached: {Reason}", error.InnerException?.Message ?? error.Message);
            return Refuse(ProblemCodes.OpenIdUnavailable);
        }

        if (http.User.Identity is { IsAuthenticated: true })
        {
            // One browser, one session. The way back from the provider does not bring this cookie, which would say whose it was.
            await sessions.EndAsync(http.User);
            await http.SignOutAsync();
        }

        return TypedResults.Challenge(new AuthenticationProperties { RedirectUri = path }, [OpenIdConnectDefaults.AuthenticationScheme]);

        Answer Refuse(string code) => new(code);
    }

    private sealed record Answer(string Code) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Failures.WriteAsync(httpContext, Code);
    }
}

/// <summary>The ways to sign in here, by configuration.</summary>
public sealed class SignInWays(IOptions<StaffOptions> staff, IConfiguration configuration, IOptions<OpenIdOptions> openId)
{
    /// <summary>What the clients may know of them.</summary>
    public SignInOptions Options { get; } = new(
        staff.Value.PasswordSignIn,
        configuration.GetSection(OpenIdOptions.Section).Exists() ? new LocalText(openId.Value.LabelKo, openId.Value.LabelEn) : null);
}

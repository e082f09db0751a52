using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace QueueHub.Staff.OpenId;

/// <summary>The provider's part of the composition.</summary>
internal static class OpenIdServices
{
    /// <summary>Adds the provider when it is configured.</summary>
    public static void AddOpenId(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.Services.AddSingleton<SignInWays>();
        var section = configuration.GetSection(OpenIdOptions.Section);
        authentication.Services.AddOptions<StaffOptions>()
            .Validate(staff => staff.PasswordSignIn || section.Exists(), $"Staff:PasswordSignIn is off, and there is no {OpenIdOptions.Section}: nobody could sign in.");
        if (section.Exists())
        {
            authentication.Services.AddOptions<OpenIdOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
            authentication.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdScheme>();
            authentication.AddOpenIdConnect();
        }
    }
}

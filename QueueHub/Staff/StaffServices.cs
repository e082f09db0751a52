using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using QueueHub.Staff.Accounts;
using QueueHub.Staff.Policies;

namespace QueueHub.Staff;

/// <summary>The staff's part of the composition.</summary>
public static class StaffServices
{
    /// <summary>Sign-in with a cookie, sessions that end everywhere, and the demo's people.</summary>
    public static WebApplicationBuilder AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StaffOptions>().BindConfiguration("Staff").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StaffDirectory>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<SignIns>();
        builder.Services.AddSingleton<SignInPermits>();
        builder.Services.AddSingleton<StaffPeople>();
        builder.Services.AddSingleton<StaffAccounts>();
        builder.Services.AddSingleton<PasswordChanges>();
        builder.Services.AddSingleton<StaffSessions>();
        builder.Services.AddSingleton<IStaffSessions>(services => services.GetRequiredService<StaffSessions>());
        builder.Services.AddHostedService(services => services.GetRequiredService<StaffSessions>());
        builder.Services.AddSingleton<StaffNames>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StaffNames>());
        builder.Services.AddSingleton<DemoStaff>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoStaff>());
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, StaffCookie>();
        builder.Services.AddStaffPolicies();
        return builder;
    }
}

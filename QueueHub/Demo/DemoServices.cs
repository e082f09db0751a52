using QueueHub.Demo.PastDays;

namespace QueueHub.Demo;

/// <summary>The living demo's part of the composition.</summary>
public static class DemoServices
{
    /// <summary>With <c>--demo</c> simulated people work at every office, which has a made-up past; without it their accounts are shut.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoClerks>();
        builder.Services.AddHostedService<DemoDay>();
        builder.Services.AddHostedService<DemoPast>();
    }
}

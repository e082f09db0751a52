using Microsoft.Extensions.DependencyInjection;
using QueueHub.Platform.Database;

namespace QueueHub.IntegrationTests.Database;

/// <summary>A node on which Postgres's notices alone bring what is new: the poll that heals a lost one comes when the test is long over.</summary>
internal static class OnlyNotices
{
    public static void Into(IServiceCollection services) => services.Configure<BellOptions>(bells => bells.Poll = TimeSpan.FromHours(1));
}

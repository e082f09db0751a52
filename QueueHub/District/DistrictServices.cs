using QueueHub.Contracts.Boards;
using QueueHub.Intake;
using QueueHub.Intake.Endpoints;
using QueueHub.Offices;
using QueueHub.Platform.Limits;

namespace QueueHub.District;

/// <summary>The district page <c>/</c>: all offices with their live waits, for phones and for a hall monitor.</summary>
public static class DistrictServices
{
    public static void AddDistrict(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistrictNews>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DistrictNews>());
    }

    public static void MapDistrict(this IEndpointRouteBuilder app)
    {
        var district = app.MapGroup("").AllowAnonymous();
        district.MapGet("/", Page).AddEndpointFilter<PageFilter>().ExcludeFromDescription();
        district.MapGet("/api/district", (DistrictNews news) => TypedResults.Ok(news.Now())).WithName("District").WithTags("District");
        district.MapGet("/district/events", DistrictStream.RunAsync).WithName("DistrictEvents").WithTags("District")
            .Produces<DistrictBoard>(contentType: "text/event-stream").WithMetadata(new StaysOpen(Follower.District));
    }

    // Where there is one office, choosing is no question.
    private static IResult Page(IOffices offices, DistrictNews news, TimeProvider time, HttpContext http) => offices.All is [var only]
        ? Answers.SeeOther(http, $"/{only.Slug}")
        : Answers.Page<DistrictPage>(new
        {
            Reader = Reader.Of(http),
            Offices = offices.All,
            Board = news.Now(),
            Now = offices.All is [var first, ..] ? OfficeClock.Local(first, time.GetUtcNow()) : time.GetUtcNow(),
            Dark = http.Request.Query["theme"] == "dark",
        });
}

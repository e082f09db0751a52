using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Staff;
using QueueHub.Staff.Policies;
using QueueHub.UnitTests.Live;

namespace QueueHub.UnitTests.Staff;

public class StaffHandlerTests
{
    private static readonly string Office = OfficeStory.Office.Slug;
    private static readonly ClaimsPrincipal Here = Person(null, (Office, StaffRole.Supervisor));
    private static readonly ClaimsPrincipal Elsewhere = Person(null, ("banpo-1", StaffRole.Administrator));
    private static readonly ClaimsPrincipal District = Person(StaffRole.Supervisor);

    [Fact]
    public async Task A_request_about_an_office_needs_the_role_there()
    {
        Assert.Null(await AskAsync(Here, StaffRole.Supervisor, Http(Office)));
        Assert.Null(await AskAsync(District, StaffRole.Supervisor, Http(Office)));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Here, StaffRole.Administrator, Http(Office)));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Elsewhere, StaffRole.Clerk, Http(Office)));
    }

    [Fact]
    public async Task A_request_about_none_needs_the_role_at_any()
    {
        Assert.Null(await AskAsync(Elsewhere, StaffRole.Administrator, Http(null)));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Here, StaffRole.Administrator, Http(null)));
    }

    [Fact]
    public async Task An_office_that_is_not_there_is_unknown_to_who_has_the_role_elsewhere_and_forbidden_to_others()
    {
        Assert.Equal(ProblemCodes.UnknownOffice, await AskAsync(Elsewhere, StaffRole.Administrator, Http("atlantis")));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Here, StaffRole.Administrator, Http("atlantis")));
    }

    [Fact]
    public async Task A_matter_of_the_district_needs_the_district_s_role()
    {
        Assert.Null(await AskAsync(District, StaffRole.Supervisor, Http(null), StaffPlace.District));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(District, StaffRole.Administrator, Http(null), StaffPlace.District));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Elsewhere, StaffRole.Clerk, Http(null), StaffPlace.District));
    }

    [Fact]
    public async Task A_hub_s_method_needs_the_role_where_the_console_is_attached()
    {
        Assert.Null(await AskAsync(Here, StaffRole.Supervisor, Hub(Office)));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Here, StaffRole.Administrator, Hub(Office)));
        Assert.Equal(ProblemCodes.Forbidden, await AskAsync(Elsewhere, StaffRole.Clerk, Hub(Office)));
        Assert.NotNull(await AskAsync(Here, StaffRole.Clerk, Hub(null)));
        Assert.NotNull(await AskAsync(Here, StaffRole.Clerk, new object()));
    }

    private static async Task<string?> AskAsync(ClaimsPrincipal user, StaffRole atLeast, object resource, StaffPlace where = StaffPlace.Office)
    {
        var context = new AuthorizationHandlerContext([new StaffRequirement(atLeast, where)], user, resource);
        await new StaffHandler(new OneOffice()).HandleAsync(context);
        return context.HasSucceeded ? null : Assert.Single(context.FailureReasons).Message;
    }

    private static DefaultHttpContext Http(string? office)
    {
        var http = new DefaultHttpContext();
        if (office is not null)
        {
            http.Request.RouteValues["office"] = office;
        }

        return http;
    }

    private static HubInvocationContext Hub(string? office)
    {
        var connection = new Connection();
        if (office is not null)
        {
            connection.Items[StaffHandler.OfficeItem] = office;
        }

        return new HubInvocationContext(connection, null!, null!, typeof(object).GetMethod(nameof(ToString))!, []);
    }

    private static ClaimsPrincipal Person(StaffRole? district, params (string Office, StaffRole Role)[] offices) =>
        new(new ClaimsIdentity(StaffAccess.Roles(district, offices), "test"));

    private sealed class Connection : HubCallerContext
    {
        public override string ConnectionId => "1";
        public override string? UserIdentifier => null;
        public override ClaimsPrincipal? User => null;
        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override CancellationToken ConnectionAborted => default;
        public override void Abort() => throw new NotSupportedException();
    }
}

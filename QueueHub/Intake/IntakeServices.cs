using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using QueueHub.Intake.Endpoints;
using QueueHub.Intake.Forms;
using QueueHub.Platform;

namespace QueueHub.Intake;

/// <summary>① The citizen's pages: office, service, form, ticket, QR codes.</summary>
public static class IntakeServices
{
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();

        // Korean as it is: written as &#x…; a page would be three times as large.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<PageAssets>();
        builder.Services.AddSingleton<IProblemPages, ProblemPages>();
        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.FormFieldName = FormKeys.TokenName;
            options.Cookie.Name = "qh.key";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;

            // The lobby's QR is opened from the camera, which is another site: with Strict it would bring a new cookie, and a form that is
            // open in another tab could not be sent any more.
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<OfficeConstraint>(OfficeConstraint.Name));
    }

    public static void MapIntake(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().AddEndpointFilter<PageFilter>().ExcludeFromDescription();
        OfficeEndpoints.Map(pages);
        FormEndpoints.Map(pages);
        TicketEndpoints.Map(pages);
        SlipEndpoints.Map(pages);
        PreparedEndpoints.Map(pages);
        RateEndpoints.Map(pages);
        MyDataEndpoints.Map(pages);
        HereEndpoints.Map(app, pages);
        ControlEndpoints.Map(pages);
        VisitEndpoints.Map(pages);
        WatchEndpoints.Map(pages);
        QrEndpoints.Map(app);
    }
}

using QueueHub.Tickets;

var builder = WebApplication.CreateBuilder(args);
builder.AddTickets();
var app = builder.Build();
app.MapStaticAssets();
app.MapFallbackToFile("/display/{*path:nonfile}", "display/index.html");
app.MapFallbackToFile("/counter/{*path:nonfile}", "counter/index.html");
app.Run();

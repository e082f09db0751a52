// The limit: what Kestrel itself needs to hold event streams and to write prepared bytes to all of them. No routing, no state, nothing computed.
using System.Text;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
var app = builder.Build();

var first = Encoding.UTF8.GetBytes("event: ticket\ndata: {}\n\n");
var message = first;
var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

app.Run(async http =>
{
    if (http.Request.Path == "/broadcast")
    {
        // The length of the message is the only thing that is asked for.
        var length = int.Parse(http.Request.Query["length"]!, System.Globalization.CultureInfo.InvariantCulture);
        message = Encoding.UTF8.GetBytes($"event: ticket\ndata: {new string('x', length)}\n\n");
        Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return;
    }

    http.Response.ContentType = "text/event-stream";
    var waiting = next.Task;
    await http.Response.Body.WriteAsync(first);
    await http.Response.Body.FlushAsync();
    while (!http.RequestAborted.IsCancellationRequested)
    {
        await waiting.WaitAsync(http.RequestAborted);
        waiting = next.Task;
        await http.Response.Body.WriteAsync(message);
        await http.Response.Body.FlushAsync();
    }
});

await app.StartAsync();
Console.WriteLine($"Bare Kestrel is running at {app.Urls.First()}");
await app.WaitForShutdownAsync();

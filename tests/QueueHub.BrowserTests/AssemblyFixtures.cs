using QueueHub.BrowserTests;

[assembly: AssemblyFixture(typeof(EngineFixture))]
[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace Espalier.Engine.Tests; public class SmokeTests { [Fact] public void The_suite_runs() => true.ShouldBeTrue(); }

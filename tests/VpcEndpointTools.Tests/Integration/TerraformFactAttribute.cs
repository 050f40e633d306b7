namespace VpcEndpointTools.Tests.Integration;

/// <summary>A test with Terraform against moto; skipped, with the reason, where something is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerraformFactAttribute : FactAttribute
{
    public TerraformFactAttribute() => Skip = TerraformInstallation.Missing;
}

/// <summary>The same with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerraformTheoryAttribute : TheoryAttribute
{
    public TerraformTheoryAttribute() => Skip = TerraformInstallation.Missing;
}

using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecurityToken.Model;
using VpcEndpointTools.Ec2.Wire;

namespace VpcEndpointTools.Ec2;

/// <summary>
/// A call that the SDK makes by itself on the way to another, such as sts:AssumeRole for a profile's role. What goes wrong in it is its
/// own, and the call that needed the credentials was not sent.
/// </summary>
/// <param name="Name">As IAM names it.</param>
/// <param name="Role">The role that it is about; null for none.</param>
/// <param name="Url">Where it was sent, as it may be shown; null where it was not.</param>
internal sealed record InnerCall(string Name, string? Role, string? Url)
{
    private const string Mark = "VpcEndpointTools.InnerCall";

    /// <summary>The call and what it is about.</summary>
    public string Subject => Role is null ? Name : $"{Name} of {Role}";

    /// <summary>The call that an exception comes from; null where it is the one that the module made.</summary>
    public static InnerCall? Of(Exception? exception) =>
        exception is null ? null : exception.Data[Mark] as InnerCall ?? Of(exception.InnerException);

    /// <summary>The name of a client's call as IAM has it.</summary>
    public static string NameOf(IRequestContext context) =>
        $"{context.ServiceMetaData.ServiceId.ToLowerInvariant()}:{Bare(context.OriginalRequest.GetType().Name)}";

    private static string Bare(string name) =>
        name.EndsWith("Request", StringComparison.Ordinal) ? name[..^"Request".Length] : name;

    private static InnerCall Of(IRequestContext context) => new(
        NameOf(context),
        context.OriginalRequest switch
        {
            AssumeRoleRequest role => role.RoleArn,
            AssumeRoleWithWebIdentityRequest role => role.RoleArn,
            AssumeRoleWithSAMLRequest role => role.RoleArn,
            _ => null,
        },
        context.Request?.Endpoint is { } url ? Secrets.Show(url) : null);

    /// <summary>Outermost in the clients of other services: marks what they throw, and tells what is waited for.</summary>
    internal sealed class Handler : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            CallScope? scope = Begin(executionContext.RequestContext);
            try
            {
                base.InvokeSync(executionContext);
            }
            catch (Exception exception)
            {
                Set(exception, executionContext.RequestContext);
                throw;
            }

            scope?.Tell(null);
        }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            CallScope? scope = Begin(executionContext.RequestContext);
            T answer;
            try
            {
                answer = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Set(exception, executionContext.RequestContext);
                throw;
            }

            scope?.Tell(null);
            return answer;
        }

        private static CallScope? Begin(IRequestContext context)
        {
            CallScope? scope = CallScope.Current;
            scope?.Tell($"{Of(context).Subject} was not answered. Check the network and the way to it, or give more time.");
            return scope;
        }

        private static void Set(Exception exception, IRequestContext context) => exception.Data[Mark] ??= Of(context);
    }
}

using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Sitrep.Hosting;

namespace Sitrep.Tests.Layout;

/// <summary>
/// What the compiled bot refers to: in signatures, fields, attributes, generic arguments and bodies. A <c>using</c> line can
/// be missing (a parent's namespace, <c>var</c>); a reference in the assembly cannot.
/// </summary>
internal static class CompiledTypes
{
    /// <summary>Every type of the bot with what it refers to. Nested and compiler-made types count as their outermost one.</summary>
    public static IReadOnlyList<CompiledType> All { get; } = Load();

    private static List<CompiledType> Load()
    {
        using var module = ModuleDefinition.ReadModule(typeof(BotHost).Assembly.Location);
        return
        [
            .. module.GetAllTypes()
                .GroupBy(Outermost)
                .Where(group => group.Key.Namespace.StartsWith("Sitrep", StringComparison.Ordinal))
                .Select(group => new CompiledType(
                    group.Key.Namespace,
                    group.Key.Name,
                    group.Key.IsPublic,
                    group.SelectMany(References).Select(Name).ToHashSet(),
                    group.SelectMany(Calls).ToHashSet(StringComparer.Ordinal))),
        ];
    }

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static (string Namespace, string Name) Name(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return (type.Namespace, type.Name);
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody) continue;
            direct.AddRange(method.Body.ExceptionHandlers.Select(handler => handler.CatchType));
            direct.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            foreach (var instruction in method.Body.Instructions) direct.AddRange(Operands(instruction));
        }

        return direct.OfType<TypeReference>().SelectMany(Parts).Where(part => !part.IsGenericParameter);
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) =>
        instruction.Operand switch
        {
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
            ],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

    // A generic type and its arguments, an array's element.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        FunctionPointerType => [],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static IEnumerable<string> Calls(TypeDefinition type) => type.Methods
        .Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions)
        .Select(instruction => instruction.Operand)
        .OfType<MethodReference>()
        .Select(method => $"{Name(method.DeclaringType).Name}.{method.Name}");
}

/// <summary>A type of the bot.</summary>
/// <param name="Namespace">Its namespace: its folder.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPublic">Whether other assemblies may name it.</param>
/// <param name="References">The types it refers to, as (namespace, name).</param>
/// <param name="Calls">The methods it calls, as <c>Type.Method</c>.</param>
internal sealed record CompiledType(
    string Namespace,
    string Name,
    bool IsPublic,
    IReadOnlySet<(string Namespace, string Name)> References,
    IReadOnlySet<string> Calls)
{
    /// <summary>The room: the first folder; below <c>Chat</c> each platform is a room of its own.</summary>
    public string Room => Rooms.Of(Namespace)!;
}

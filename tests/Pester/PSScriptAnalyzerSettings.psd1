@{
    # Pester's blocks share variables in a way that this rule does not follow.
    ExcludeRules = @('PSUseDeclaredVarsMoreThanAssignments')
}

extension GrammarRules {
  /// Expressions and targets. `rule: seed >> tails` grows the seed by tails as long as one fits,
  /// where the language's grammar is left-recursive.
  static let expressions = #"""
    expressions:
      | expression (',' expression)+ ','? => tuple
      | expression ',' => tuple
      | expression
    expression (memo):
      | invalid_expression
      | invalid_legacy_expression
      | disjunction 'if' disjunction 'else' expression => conditional
      | disjunction
      | lambdef
    expression_without_invalid (plain):
      | disjunction 'if' disjunction 'else' expression => conditional
      | disjunction
      | lambdef
    lambdef: 'lambda' lambda_params? ':' expression => lambda
    yield_expr:
      | 'yield' 'from' expression => yield
      | 'yield' star_expressions? => yield
    star_expressions:
      | star_expression (',' star_expression)+ ','? => tuple
      | star_expression ',' => tuple
      | star_expression
    star_expression (memo):
      | '*' bitwise_or => starred
      | expression
    star_named_expressions: ','.star_named_expression+ ','?
    star_named_expression:
      | '*' bitwise_or => starred
      | named_expression
    assignment_expression: NAME ':=' ~ expression => named
    named_expression:
      | assignment_expression
      | invalid_named_expression
      | a=expression !':=' => a
    disjunction (memo):
      | conjunction ('or' conjunction)+ => operation
      | conjunction
    conjunction (memo):
      | inversion ('and' inversion)+ => operation
      | inversion
    inversion (memo):
      | 'not' inversion => operation
      | comparison
    comparison:
      | bitwise_or compare_op_bitwise_or_pair+ => comparison
      | bitwise_or
    compare_op_bitwise_or_pair:
      | ('==' | '!=' | '<=' | '<' | '>=' | '>') bitwise_or
      | 'not' 'in' bitwise_or
      | 'in' bitwise_or
      | 'is' 'not' bitwise_or
      | 'is' bitwise_or
    bitwise_or (memo): bitwise_xor >> '|' bitwise_xor => operation
    bitwise_xor (memo): bitwise_and >> '^' bitwise_and => operation
    bitwise_and (memo): shift_expr >> '&' shift_expr => operation
    shift_expr (memo):
      | invalid_arithmetic
      | sum
      >> ('<<' | '>>') sum => operation
    sum (memo): term >> ('+' | '-') term => operation
    term (memo):
      | invalid_factor
      | factor
      >> ('*' | '/' | '//' | '%' | '@') factor => operation
    factor (memo):
      | ('+' | '-' | '~') factor => operation
      | power
    power:
      | await_primary '**' factor => operation
      | await_primary
    await_primary (memo):
      | 'await' primary => await
      | primary
    primary (memo): atom >>
      | '.' NAME => attribute
      | genexp => call
      | '(' arguments? ')' => call
      | '[' slices ']' => subscript
    slices:
      | slice !','
      | ','.(slice | starred_expression)+ ','? => tuple
    slice:
      | expression? ':' expression? (':' expression?)? => slice
      | named_expression
    atom:
      | NAME
      | 'True'
      | 'False'
      | 'None'
      | &(STRING | FSTRING_START) strings
      | NUMBER
      | &'(' (tuple | group | genexp)
      | &'[' (list | listcomp)
      | &'{' (dict | set | dictcomp | setcomp)
      | '...'
    group:
      | '(' a=(yield_expr | named_expression) ')' => a
      | invalid_group
    tuple: '(' (star_named_expression ',' star_named_expressions?)? ')' => tuple
    list: '[' star_named_expressions? ']' => list
    set: '{' star_named_expressions '}' => set
    dict:
      | '{' double_starred_kvpairs? '}' => dict
      | '{' invalid_double_starred_kvpairs '}'
    double_starred_kvpairs: ','.double_starred_kvpair+ ','?
    double_starred_kvpair:
      | '**' bitwise_or
      | kvpair
    kvpair: expression ':' expression
    for_if_clauses: for_if_clause+
    for_if_clause:
      | 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* => clause
      | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* => clause
      | 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in' #last `'in' expected after for-loop variables`
      | invalid_for_target
    listcomp:
      | '[' named_expression for_if_clauses ']' => listComprehension
      | invalid_comprehension
    setcomp:
      | '{' named_expression for_if_clauses '}' => setComprehension
      | invalid_comprehension
    genexp:
      | '(' (assignment_expression | expression !':=') for_if_clauses ')' => generator
      | invalid_comprehension
    dictcomp:
      | '{' kvpair for_if_clauses '}' => dictComprehension
      | invalid_dict_comprehension

    arguments (memo):
      | args ','? &')'
      | invalid_arguments
    args:
      | ','.positional_argument+ (',' kwargs)?
      | kwargs
    positional_argument:
      | starred_expression
      | a=(assignment_expression | plain_argument) !'=' => a
    plain_argument: a=expression !':=' => a
    kwargs:
      | ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
      | ','.kwarg_or_starred+
      | ','.kwarg_or_double_starred+
    starred_expression:
      | invalid_starred_expression_unpacking
      | '*' expression => starred
      | '*' #last `Invalid star expression`
    kwarg_or_starred:
      | invalid_kwarg
      | NAME '=' expression => keyword
      | starred_expression
    kwarg_or_double_starred:
      | invalid_kwarg
      | NAME '=' expression => keyword
      | '**' expression => unpackedMapping

    strings (memo): (fstring | STRING)+ => strings
    fstring: FSTRING_START fstring_middle* FSTRING_END => formatted
    fstring_middle:
      | fstring_replacement_field
      | FSTRING_MIDDLE
    fstring_replacement_field:
      | '{' annotated_rhs '='? a=fstring_conversion? fstring_full_format_spec? '}' #check conversionCharacter
      | invalid_replacement_field
    fstring_conversion: a='!' b=NAME #check conversion
    fstring_full_format_spec: ':' fstring_format_spec*
    fstring_format_spec:
      | FSTRING_MIDDLE
      | fstring_replacement_field

    star_targets:
      | a=star_target !',' => a
      | star_target (',' star_target)* ','? => tuple
    star_target (memo):
      | '*' !'*' star_target => starred
      | target_with_star_atom
    target_with_star_atom (memo):
      | t_primary '.' NAME !t_lookahead => attribute
      | t_primary '[' slices ']' !t_lookahead => subscript
      | star_atom
    star_atom:
      | NAME
      | '(' a=target_with_star_atom ')' => a
      | '(' star_targets_tuple_seq? ')' => tuple
      | '[' (','.star_target+ ','?)? ']' => list
    star_targets_tuple_seq:
      | star_target (',' star_target)+ ','?
      | star_target ','
    single_target:
      | single_subscript_attribute_target
      | NAME
      | '(' a=single_target ')' => a
    single_subscript_attribute_target:
      | t_primary '.' NAME !t_lookahead => attribute
      | t_primary '[' slices ']' !t_lookahead => subscript
    t_primary (memo): t_atom >>
      | '.' NAME &t_lookahead => attribute
      | '[' slices ']' &t_lookahead => subscript
      | genexp &t_lookahead => call
      | '(' arguments? ')' &t_lookahead => call
    t_atom: a=atom &t_lookahead => a
    t_lookahead: '(' | '[' | '.'
    del_targets: ','.del_target+ ','?
    del_target (memo):
      | t_primary '.' NAME !t_lookahead
      | t_primary '[' slices ']' !t_lookahead
      | del_t_atom
    del_t_atom:
      | NAME
      | '(' del_target ')'
      | '(' del_targets? ')'
      | '[' del_targets? ']'
    """#

  /// Typical mistakes in expressions.
  static let invalidExpressions = #"""
    invalid_arguments:
      | (','.positional_argument+ ',' kwargs | kwargs) a=',' ','.unpacked_argument+ #from a `iterable argument unpacking follows keyword argument unpacking`
      | a=expression b=for_if_clauses ',' (args | expression for_if_clauses)? #check unparenthesizedGenerator
      | a=NAME b='=' expression for_if_clauses #range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
      | (args ',')? a=NAME b='=' &(',' | ')') #range a b `expected argument value expression`
      | a=args b=for_if_clauses #check generatorAmongArguments
      | args ',' a=expression b=for_if_clauses #check laterGenerator
      | a=args ',' args #check positionalAfterKeyword
    unpacked_argument: starred_expression !'='
    invalid_kwarg:
      | a=('True' | 'False' | 'None') b='=' #range a b `cannot assign to %text(a)`
      | a=NAME b='=' expression for_if_clauses #range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
      | !(NAME '=') a=expression b='=' #range a b `expression cannot contain assignment, perhaps you meant "=="?`
      | a='**' expression '=' b=expression #range a b `cannot assign to keyword argument unpacking`
    invalid_starred_expression_unpacking: a='*' expression '=' b=expression #range a b `cannot assign to iterable argument unpacking`
    invalid_legacy_expression: a=NAME !'(' b=star_expressions #check legacyStatement
    invalid_expression:
      | !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid #check missingComma
      | a=disjunction 'if' b=disjunction !('else' | ':') #range a b `expected 'else' after 'if' expression`
      | a='lambda' lambda_params? b=':' &FSTRING_MIDDLE #range a b `f-string: lambda expressions are not allowed without parentheses`
    invalid_named_expression (memo):
      | a=expression ':=' expression #at a `cannot use assignment expressions with %name(a)`
      | a=NAME '=' b=bitwise_or !('=' | ':=') #range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
      | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') #at a `cannot assign to %name(a) here. Maybe you meant '==' instead of '='?`
    invalid_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion #range a b `'not' after an operator must be parenthesized`
    invalid_factor: ('+' | '-' | '~') a='not' b=factor #range a b `'not' after an operator must be parenthesized`
    invalid_group:
      | '(' a=starred_expression ')' #at a `cannot use starred expression here`
      | '(' a='**' expression ')' #at a `cannot use double starred expression here`
    invalid_comprehension:
      | ('[' | '(' | '{') a=starred_expression for_if_clauses #at a `iterable unpacking cannot be used in comprehension`
      | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses #check comprehensionTarget
      | ('[' | '{') a=star_named_expression b=',' for_if_clauses #range a b `did you forget parentheses around the comprehension target?`
    invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}' #at a `dict unpacking cannot be used in dict comprehension`
    invalid_double_starred_kvpairs:
      | ','.double_starred_kvpair+ ',' invalid_kvpair
      | expression ':' a='*' bitwise_or #from a `cannot use a starred expression in a dictionary value`
      | expression a=':' &('}' | ',') #at a `expression expected after dictionary key and ':'`
    invalid_kvpair:
      | a=expression !':' #check missingColon
      | expression ':' a='*' bitwise_or #from a `cannot use a starred expression in a dictionary value`
      | expression a=':' &('}' | ',') #at a `expression expected after dictionary key and ':'`
    invalid_replacement_field:
      | '{' a='=' #at a `f-string: valid expression required before '='`
      | '{' a='!' #at a `f-string: valid expression required before '!'`
      | '{' a=':' #at a `f-string: valid expression required before ':'`
      | '{' a='}' #at a `f-string: valid expression required before '}'`
      | '{' !annotated_rhs #next `f-string: expecting a valid expression after '{'`
      | '{' annotated_rhs !('=' | '!' | ':' | '}') #next `f-string: expecting '=', or '!', or ':', or '}'`
      | '{' annotated_rhs '=' !('!' | ':' | '}') #next `f-string: expecting '!', or ':', or '}'`
      | '{' annotated_rhs '='? invalid_conversion_character
      | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') #next `f-string: expecting ':' or '}'`
      | '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}' #next `f-string: expecting '}', or format specs`
      | '{' annotated_rhs '='? ('!' NAME)? !'}' #next `f-string: expecting '}'`
    invalid_conversion_character:
      | '!' &(':' | '}') #next `f-string: missing conversion character`
      | '!' !NAME #next `f-string: invalid conversion character`
    """#
}

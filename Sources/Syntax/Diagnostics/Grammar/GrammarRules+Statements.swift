extension GrammarRules {
  /// Statements. `invalid_…` rules hold what the second pass recognises as a typical mistake.
  static let statements = #"""
    file: statement* ENDMARKER
    eval: expressions NEWLINE* ENDMARKER
    interactive:
      | compound_stmt NEWLINE
      | simple_stmts
      | NEWLINE
      | ENDMARKER
    statement: compound_stmt | simple_stmts
    simple_stmts:
      | simple_stmt !';' NEWLINE
      | ';'.simple_stmt+ ';'? NEWLINE
    simple_stmt (memo):
      | assignment
      | &"type" type_alias
      | star_expressions
      | &'return' return_stmt
      | &('import' | 'from') import_stmt
      | &'raise' raise_stmt
      | 'pass'
      | &'del' del_stmt
      | &'yield' yield_expr
      | &'assert' assert_stmt
      | 'break'
      | 'continue'
      | 'global' ','.NAME+
      | 'nonlocal' ','.NAME+
    compound_stmt:
      | &('def' | '@' | 'async') function_def
      | &'if' if_stmt
      | &('class' | '@') class_def
      | &('with' | 'async') with_stmt
      | &('for' | 'async') for_stmt
      | &'try' try_stmt
      | &'while' while_stmt
      | match_stmt
    assignment:
      | NAME ':' expression ('=' annotated_rhs)?
      | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)?
      | (star_targets '=')+ annotated_rhs !'='
      | single_target augassign ~ annotated_rhs
      | invalid_assignment
    annotated_rhs: yield_expr | star_expressions
    augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
    return_stmt: 'return' star_expressions?
    raise_stmt:
      | 'raise' expression ('from' expression)?
      | 'raise'
    del_stmt:
      | 'del' del_targets &(';' | NEWLINE)
      | invalid_del_stmt
    assert_stmt: 'assert' expression (',' expression)?
    import_stmt:
      | invalid_import
      | 'import' ','.dotted_as_name+
      | import_from
    import_from:
      | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
      | 'from' ('.' | '...')+ 'import' import_from_targets
    import_from_targets:
      | '(' import_from_as_names ','? ')'
      | import_from_as_names !','
      | '*'
      | invalid_import_from_targets
    import_from_as_names: ','.import_from_as_name+
    import_from_as_name: NAME ('as' NAME)?
    dotted_as_name: dotted_name ('as' NAME)?
    dotted_name: NAME ('.' NAME)*
    type_alias: "type" NAME type_params? '=' expression

    block (memo):
      | NEWLINE INDENT statement+ DEDENT
      | simple_stmts
      | invalid_block
    decorators: ('@' named_expression NEWLINE)+
    class_def:
      | decorators class_def_raw
      | class_def_raw
    class_def_raw:
      | invalid_class_def_raw
      | 'class' NAME type_params? ('(' arguments? ')')? ':' block
    function_def:
      | decorators function_def_raw
      | function_def_raw
    function_def_raw:
      | invalid_def_raw
      | 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
      | 'async' 'def' NAME type_params? &&'(' params? ')' ('->' expression)? &&':' block
    if_stmt:
      | invalid_if_stmt
      | 'if' named_expression ':' block elif_stmt
      | 'if' named_expression ':' block else_block?
    elif_stmt:
      | invalid_elif_stmt
      | 'elif' named_expression ':' block elif_stmt
      | 'elif' named_expression ':' block else_block?
    else_block:
      | invalid_else_stmt
      | 'else' &&':' block
    while_stmt:
      | invalid_while_stmt
      | 'while' named_expression ':' block else_block?
    for_stmt:
      | invalid_for_stmt
      | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
      | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
      | invalid_for_target
    with_stmt:
      | invalid_with_stmt_indent
      | 'with' '(' ','.with_item+ ','? ')' ':' block
      | 'with' ','.with_item+ ':' block
      | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block
      | 'async' 'with' ','.with_item+ ':' block
      | invalid_with_stmt
    with_item:
      | expression 'as' star_target &(',' | ')' | ':')
      | invalid_with_item
      | expression
    try_stmt:
      | invalid_try_stmt
      | 'try' &&':' block finally_block
      | 'try' &&':' block except_block+ else_block? finally_block?
      | 'try' &&':' block except_star_block+ else_block? finally_block?
    except_block:
      | invalid_except_stmt_indent
      | 'except' expression ('as' NAME)? ':' block
      | 'except' ':' block
      | invalid_except_stmt
    except_star_block:
      | invalid_except_star_stmt_indent
      | 'except' '*' expression ('as' NAME)? ':' block
      | invalid_except_stmt
    finally_block:
      | invalid_finally_stmt
      | 'finally' &&':' block
    type_params:
      | invalid_type_params
      | '[' ','.type_param+ ','? ']'
    type_param (memo):
      | NAME (':' expression)? ('=' expression)?
      | '*' NAME a=':' b=expression #check variadicBound
      | '*' NAME ('=' star_expression)?
      | '**' NAME a=':' b=expression #check paramSpecBound
      | '**' NAME ('=' expression)?

    invalid_assignment:
      | a=invalid_ann_assign_target ':' expression #at a `only single target (not %name(a)) can be annotated`
      | a=star_named_expression ',' star_named_expressions* ':' expression #at a `only single target (not tuple) can be annotated`
      | a=expression ':' expression #at a `illegal target for annotation`
      | (star_targets '=')* a=star_expressions '=' #check assignmentTarget
      | (star_targets '=')* a=yield_expr '=' #at a `assignment to yield expression not possible`
      | a=star_expressions augassign annotated_rhs #at a `'%name(a)' is an illegal expression for augmented assignment`
    invalid_ann_assign_target:
      | list
      | tuple
      | '(' a=invalid_ann_assign_target ')' => a
    invalid_del_stmt: 'del' a=star_expressions #check deletionTarget
    invalid_block: NEWLINE !INDENT #indent `expected an indented block`
    invalid_import:
      | a='import' ','.dotted_name+ 'from' dotted_name #from a `Did you mean to use 'from ... import ...' instead?`
      | 'import' a=NEWLINE #from a `Expected one or more names after 'import'`
    invalid_import_from_targets:
      | import_from_as_names ',' NEWLINE #last `trailing comma not allowed without surrounding parentheses`
      | a=NEWLINE #from a `Expected one or more names after 'import'`
    invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') #check assignmentTarget
    invalid_for_target: 'async'? 'for' a=star_expressions #check loopTarget
    invalid_with_stmt:
      | 'async'? 'with' ','.with_item_head+ NEWLINE #last `expected ':'`
      | 'async'? 'with' '(' ','.with_items_head+ ','? ')' NEWLINE #last `expected ':'`
    with_item_head: expression ('as' star_target)?
    with_items_head: expressions ('as' star_target)?
    invalid_with_stmt_indent:
      | 'async'? a='with' ','.with_item_head+ ':' NEWLINE !INDENT #indent `expected an indented block after 'with' statement on line %line(a)`
      | 'async'? a='with' '(' ','.with_items_head+ ','? ')' ':' NEWLINE !INDENT #indent `expected an indented block after 'with' statement on line %line(a)`
    invalid_try_stmt:
      | a='try' ':' NEWLINE !INDENT #indent `expected an indented block after 'try' statement on line %line(a)`
      | 'try' ':' block !('except' | 'finally') #last `expected 'except' or 'finally' block`
      | 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' #range a b `cannot have both 'except' and 'except*' on the same 'try'`
      | 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' #at a `cannot have both 'except' and 'except*' on the same 'try'`
    invalid_except_stmt:
      | 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' #from a `multiple exception types must be parenthesized`
      | 'except' '*'? expression ('as' NAME)? NEWLINE #last `expected ':'`
      | 'except' NEWLINE #last `expected ':'`
      | 'except' '*' (NEWLINE | ':') #last `expected one or more exception types`
    invalid_finally_stmt: a='finally' ':' NEWLINE !INDENT #indent `expected an indented block after 'finally' statement on line %line(a)`
    invalid_except_stmt_indent:
      | a='except' expression ('as' NAME)? ':' NEWLINE !INDENT #indent `expected an indented block after 'except' statement on line %line(a)`
      | a='except' ':' NEWLINE !INDENT #indent `expected an indented block after 'except' statement on line %line(a)`
    invalid_except_star_stmt_indent:
      | a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT #indent `expected an indented block after 'except*' statement on line %line(a)`
    invalid_if_stmt:
      | 'if' named_expression NEWLINE #last `expected ':'`
      | a='if' named_expression ':' NEWLINE !INDENT #indent `expected an indented block after 'if' statement on line %line(a)`
    invalid_elif_stmt:
      | 'elif' named_expression NEWLINE #last `expected ':'`
      | a='elif' named_expression ':' NEWLINE !INDENT #indent `expected an indented block after 'elif' statement on line %line(a)`
    invalid_else_stmt: a='else' ':' NEWLINE !INDENT #indent `expected an indented block after 'else' statement on line %line(a)`
    invalid_while_stmt:
      | 'while' named_expression NEWLINE #last `expected ':'`
      | a='while' named_expression ':' NEWLINE !INDENT #indent `expected an indented block after 'while' statement on line %line(a)`
    invalid_for_stmt:
      | 'async'? 'for' star_targets 'in' star_expressions NEWLINE #last `expected ':'`
      | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT #indent `expected an indented block after 'for' statement on line %line(a)`
    invalid_def_raw: 'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT #indent `expected an indented block after function definition on line %line(a)`
    invalid_class_def_raw:
      | 'class' NAME type_params? ('(' arguments? ')')? NEWLINE #last `expected ':'`
      | a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT #indent `expected an indented block after class definition on line %line(a)`
    invalid_type_params: '[' a=']' #from a `Type parameter list cannot be empty`
    """#
}

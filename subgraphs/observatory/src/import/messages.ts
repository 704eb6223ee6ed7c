export const SECRET_PRESENT =
  'Une valeur est donnée alors que son statut la dit secrète : retirez-la du fichier, qui ne doit pas circuler ainsi.';
